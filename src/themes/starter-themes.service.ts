import { Injectable } from '@nestjs/common';
import { STARTER_THEMES } from '../analyzer/starter-themes.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { DepartmentsService } from '../tenants/departments.service.js';
import { tidied } from './theme-words.js';

const INSERT = `
  insert into theme (tenant_id, id, key, name, description, starter, department_id, keywords, phrases, examples,
                     created_at, version)
  select $1, t.id, t.key, t.name, t.description, t.key, t.department_id,
         array(select jsonb_array_elements_text(t.words -> 'keywords')),
         array(select jsonb_array_elements_text(t.words -> 'phrases')), '{}', $8, 1
    from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::jsonb[])
         t (id, key, name, description, department_id, words)
      on conflict (tenant_id, key) do nothing`;

/** Gives a tenant the themes it begins with. */
@Injectable()
export class StarterThemesService {
  constructor(
    private readonly database: Database,
    private readonly departments: DepartmentsService,
    private readonly clock: Clock,
  ) {}

  /** Adds those whose keys the tenant does not use yet; two at the same moment add them once. */
  async add(): Promise<void> {
    const departments = await this.departments.all();
    const idOf = (wanted: string | null) => departments.find(({ key }) => key === wanted)?.id ?? null;
    await this.database.query(INSERT, [
      STARTER_THEMES.map(() => newId()),
      STARTER_THEMES.map(({ key }) => key),
      STARTER_THEMES.map(({ name }) => name),
      STARTER_THEMES.map(({ description }) => description),
      STARTER_THEMES.map(({ department }) => idOf(department)),
      STARTER_THEMES.map(({ keywords, phrases }) =>
        JSON.stringify({ keywords: tidied(keywords), phrases: tidied(phrases) }),
      ),
      this.clock.now(),
    ]);
  }
}
