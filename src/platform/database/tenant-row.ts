import { PrimaryColumn } from 'typeorm';

/** The two columns every business table begins with. The database fills in the tenant when it is left out. */
export abstract class TenantRow {
  @PrimaryColumn('uuid', { default: () => 'current_tenant()' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;
}
