import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/unique.js';
import { NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { newId } from '../platform/ids.js';
import { RootCauseAdded, RootCauseRetired } from './root-causes.events.js';
import { RootCause } from './root-cause.entity.js';
import { RootCauseKeyTaken, RootCauseUnknown } from './tasks.errors.js';

/** What a new tenant begins with, until it has found its own words. */
const FIRST_ROOT_CAUSES: [key: string, name: string][] = [
  ['product_defect', 'Product defect'],
  ['missing_feature', 'Missing feature'],
  ['usability', 'Hard to use'],
  ['performance', 'Slow or unavailable'],
  ['price', 'Price or billing'],
  ['service', 'Support or service'],
  ['communication', 'Unclear communication'],
  ['other', 'Something else'],
];

/** The causes a tenant tells apart. */
@Injectable()
export class RootCausesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(query: PageQuery): Promise<Page<RootCause>> {
    return pageById(this.database.repository(RootCause), query);
  }

  async add({ key, name }: { key: string; name: string }): Promise<RootCause> {
    const cause = this.newCause(key, name);
    await refusing(
      'root_cause_key',
      () => new RootCauseKeyTaken(key),
      () => this.database.repository(RootCause).insert(cause),
    );
    this.events.record(new RootCauseAdded(cause.id));
    return cause;
  }

  async retire(id: string): Promise<RootCause> {
    const cause = await this.database.repository(RootCause).lockOne({ id });
    if (!cause) throw NotFound.of('root_cause', id);
    cause.retire(this.clock.now());
    this.events.record(new RootCauseRetired(id));
    return this.database.repository(RootCause).save(cause);
  }

  async assertInUse(key: string): Promise<void> {
    const known = await this.database
      .repository(RootCause)
      .find({ retiredAt: IsNull() }, { order: { id: 'ASC' } });
    const keys = known.map((cause) => cause.key);
    if (!keys.includes(key)) throw new RootCauseUnknown(key, keys);
  }

  /** Gives a new tenant its first list. */
  async addFirst(): Promise<void> {
    const causes = FIRST_ROOT_CAUSES.map(([key, name]) => this.newCause(key, name));
    await this.database.query(
      `insert into root_cause (tenant_id, id, key, name, created_at)
       select $1, c.id, c.key, c.name, $5 from unnest($2::uuid[], $3::text[], $4::text[]) c (id, key, name)
       on conflict (tenant_id, key) do nothing`,
      [
        causes.map(({ id }) => id),
        causes.map(({ key }) => key),
        causes.map(({ name }) => name),
        this.clock.now(),
      ],
    );
  }

  private newCause(key: string, name: string): RootCause {
    const fields = { id: newId(), key, name, createdAt: this.clock.now(), retiredAt: null };
    return Object.assign(new RootCause(), fields);
  }
}
