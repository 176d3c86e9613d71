import type {
  DeepPartial,
  EntityManager,
  EntityTarget,
  FindManyOptions,
  FindOptionsWhere,
  QueryDeepPartialEntity,
} from 'typeorm';
import type { TenantRow } from './tenant-row.js';

/**
 * The rows of one entity within the open tenant transaction. It names the tenant in every statement, so
 * that a sharded database asks one shard; row-level security stands behind it for whoever forgets.
 */
export class TenantRepository<E extends TenantRow> {
  constructor(
    private readonly entity: EntityTarget<E>,
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  find(where: FindOptionsWhere<E> = {}, options: Omit<FindManyOptions<E>, 'where'> = {}): Promise<E[]> {
    return this.manager.find(this.entity, { ...options, where: this.own(where) });
  }

  findOne(where: FindOptionsWhere<E>): Promise<E | null> {
    return this.manager.findOne(this.entity, { where: this.own(where) });
  }

  /** Reads one row and keeps others from changing it until the transaction ends. */
  lockOne(where: FindOptionsWhere<E>): Promise<E | null> {
    return this.manager.findOne(this.entity, {
      where: this.own(where),
      lock: { mode: 'pessimistic_write' },
    });
  }

  count(where: FindOptionsWhere<E> = {}): Promise<number> {
    return this.manager.count(this.entity, { where: this.own(where) });
  }

  /** Inserts new rows in one statement. */
  async insert(...rows: E[]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) row.tenantId = this.tenantId;
    await this.manager.insert(this.entity, rows as QueryDeepPartialEntity<E>[]);
  }

  /** Writes what changed on a row that was read before. */
  async save(row: E): Promise<E> {
    row.tenantId = this.tenantId;
    return this.manager.save(this.entity, row as E & DeepPartial<E>);
  }

  /** How many rows were deleted. */
  async delete(where: FindOptionsWhere<E>): Promise<number> {
    return (await this.manager.delete(this.entity, this.own(where))).affected ?? 0;
  }

  private own(where: FindOptionsWhere<E>): FindOptionsWhere<E> {
    return { ...where, tenantId: this.tenantId };
  }
}
