import type { DataSource } from 'typeorm';

/** Refuses to run on a role that row-level security does not bind. */
export async function assertAppRole(source: DataSource): Promise<void> {
  const [role] = await source.query<{ name: string; unbound: boolean; owns: boolean }[]>(`
    select rolname as name,
           rolsuper or rolbypassrls as unbound,
           exists (select from pg_class c
                    where pg_has_role(current_user, c.relowner, 'usage') and c.relkind in ('r', 'p')
                      and c.relnamespace = 'public'::regnamespace) as owns
      from pg_roles where rolname = current_user`);
  if (role?.unbound) {
    throw new Error(
      `DATABASE_URL uses the role "${role.name}", which is a superuser or has BYPASSRLS: tenants would not be kept apart. ` +
        'Use a plain role, such as heed_app.',
    );
  }
  if (role?.owns) {
    throw new Error(
      `DATABASE_URL uses the role "${role.name}", which owns tables of Heed. ` +
        'Give the owner in DATABASE_OWNER_URL and a role that owns nothing in DATABASE_URL.',
    );
  }
}
