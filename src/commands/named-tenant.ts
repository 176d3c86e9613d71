import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { TenantDirectory } from '../platform/database/tenant-directory.js';
import { isId } from '../platform/ids.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { UsageError } from './command.js';

/** Every tenant with its name. */
export async function* tenants(app: INestApplicationContext): AsyncGenerator<{ id: string; name: string }> {
  for await (const id of app.get(TenantDirectory).tenantIds()) {
    const { name } = await app.get(Database).inTenant(id, () => app.get(TenantsService).current());
    yield { id, name };
  }
}

/** The id of the one tenant a person means: by its id, or by its name exactly as it is. */
export async function namedTenant(app: INestApplicationContext, idOrName: string): Promise<string> {
  const wanted = isId(idOrName.toLowerCase()) ? idOrName.toLowerCase() : idOrName;
  const found: string[] = [];
  for await (const { id, name } of tenants(app)) if (id === wanted || name === wanted) found.push(id);
  if (found.length > 1)
    throw new UsageError(`Several tenants are called "${idOrName}": ${found.join(', ')}.`);
  if (!found[0]) throw new UsageError(`There is no tenant "${idOrName}"; heed tenant list shows them.`);
  return found[0];
}
