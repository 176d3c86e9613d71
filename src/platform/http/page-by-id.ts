import { type FindOptionsWhere, MoreThan } from 'typeorm';
import type { TenantRepository } from '../database/tenant-repository.js';
import type { TenantRow } from '../database/tenant-row.js';
import { keyOf, type Page, pageOf, type PageQuery } from './page.js';

/** A page of rows in the order they were made. */
export async function pageById<E extends TenantRow>(
  repository: TenantRepository<E>,
  query: PageQuery,
  where: FindOptionsWhere<E> = {},
): Promise<Page<E>> {
  const after = keyOf(query, 1);
  const rows = await repository.find(after ? { ...where, id: MoreThan(String(after[0])) } : where, {
    order: { id: 'ASC' } as never,
    take: query.limit + 1,
  });
  return pageOf(rows, query, (row) => [row.id]);
}
