/** The role the processes run as. Migrations grant to it; it owns nothing. */
export const APP_ROLE = 'heed_app';

interface TenantTable {
  name: string;
  /** Column definitions and constraints after `tenant_id` (and `id`, unless a `primaryKey` is given). */
  columns: string[];
  /** Columns of the primary key after `tenant_id`; `id` when left out. */
  primaryKey?: string[];
  /** What the processes may do with the rows; everything when left out. */
  grants?: ('select' | 'insert' | 'update' | 'delete')[];
}

/**
 * SQL for one business table: tenant first in the primary key, row-level security enabled and forced,
 * one policy, and grants for the processes. Every tenanted table is made by this function; a test
 * compares the catalogue with it.
 */
export function tenantTable({ name, columns, primaryKey = ['id'], grants }: TenantTable): string {
  const id = primaryKey.includes('id') ? ['id uuid not null'] : [];
  const definitions = [
    'tenant_id uuid not null default current_tenant()',
    ...id,
    ...columns,
    `constraint ${name}_pk primary key (${['tenant_id', ...primaryKey].join(', ')})`,
  ];
  return `
    create table ${name} (
      ${definitions.join(',\n      ')}
    );
    ${tenantIsolation(name)}
    ${fairShare(name)}
    grant ${(grants ?? ['select', 'insert', 'update', 'delete']).join(', ')} on ${name} to ${APP_ROLE};`;
}

/**
 * A tenant that has just come is in no statistics, and then the planner thinks it has no rows: it reads all
 * of them through any index rather than look up one. Without statistics it assumes a fair share.
 */
function fairShare(table: string): string {
  return `alter table ${table} alter column tenant_id set statistics 0;`;
}

function tenantIsolation(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_tenant on ${table}
      using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());`;
}
