import { Injectable } from '@nestjs/common';
import { Database } from './database.js';

const PAGE = 1_000;

/** The bare list of tenants, so that clocks and the command line can go tenant by tenant. */
@Injectable()
export class TenantDirectory {
  constructor(private readonly database: Database) {}

  /** Enters the tenant of the open transaction. */
  async add(): Promise<void> {
    await this.database.query('insert into tenant_directory (tenant_id) values ($1)');
  }

  async *tenantIds(): AsyncGenerator<string> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const ids = await this.database.withoutTenant(async (client) => {
        const { rows } = await client.query<{ tenant_id: string }>(
          'select tenant_id from tenant_directory where tenant_id > $1 order by tenant_id limit $2',
          [after, PAGE],
        );
        return rows.map((row) => row.tenant_id);
      });
      yield* ids;
      if (ids.length < PAGE) return;
      after = ids.at(-1)!;
    }
  }
}
