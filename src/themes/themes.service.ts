import { Injectable } from '@nestjs/common';
import type { ThemeToFind } from '../analyzer/analysis.js';
import { Database } from '../platform/database/database.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { NotFound } from '../platform/errors.js';
import { Remembered } from '../platform/remembered.js';
import { StarterThemesService } from './starter-themes.service.js';
import { countedFor } from './theme-tree.js';
import { Theme } from './theme.entity.js';

/** How long themes are believed, in milliseconds: a change made through another process is heeded within this time. */
const BELIEVED_MS = 5_000;
/** What is looked for stays the same until a theme changes; it is forgotten to make room, in milliseconds. */
const SOUGHT_MS = 3_600_000;
/** Tenants whose themes are kept in mind at once. */
const REMEMBERED_TENANTS = 200;

/** The themes of a tenant as all who look for them, count them or route by them read them. */
@Injectable()
export class ThemesService {
  private readonly believed = new Remembered<readonly Theme[]>(BELIEVED_MS, REMEMBERED_TENANTS);
  private readonly sought = new Remembered<readonly ThemeToFind[]>(SOUGHT_MS, REMEMBERED_TENANTS);

  constructor(
    private readonly database: Database,
    private readonly starters: StarterThemesService,
  ) {}

  /** Every theme, the retired and merged ones as well, in the order they were made. */
  all(): Promise<Theme[]> {
    return this.database.repository(Theme).find({}, { order: { id: 'ASC' } });
  }

  /** As `all`, believed for some seconds. Remembered only when committed: what a rollback undoes nobody may see. */
  async lately(): Promise<readonly Theme[]> {
    const { tenantId } = currentTransaction();
    const known = this.believed.get(tenantId);
    if (known) return known;
    const themes = await this.all();
    if (themes.length > 0) this.database.afterCommit(() => this.believed.set(tenantId, themes));
    return themes;
  }

  async get(id: string): Promise<Theme> {
    const theme = await this.database.repository(Theme).findOne({ id });
    if (!theme) throw NotFound.of('theme', id);
    return theme;
  }

  /** Gives the tenant its first themes if it has none: its first responses may be quicker than the news of its creation. */
  async begin(): Promise<void> {
    if ((await this.lately()).length === 0) await this.starters.add();
  }

  /**
   * What to look for in verbatims. An id comes once more for each starter theme that was merged into it. The very same
   * list as before for as long as no theme has changed.
   */
  async toFind(): Promise<readonly ThemeToFind[]> {
    const themes = await this.lately();
    const edition = themes.map(({ id, version }) => `${id} ${version}`).join();
    const sought = this.sought.get(edition) ?? soughtAmong(themes);
    this.sought.set(edition, sought);
    return sought;
  }

  async byIds(ids: readonly string[]): Promise<Theme[]> {
    return (await this.lately()).filter(({ id }) => ids.includes(id));
  }

  /** Retired ones as well. */
  async byKeys(keys: readonly string[]): Promise<Theme[]> {
    return (await this.lately()).filter(({ key }) => keys.includes(key));
  }

  /** Who acts on what is said of each theme: its own department, else that of the nearest it is a part of. */
  async departmentsOf(themeIds: readonly string[]): Promise<Map<string, string>> {
    const themes = await this.lately();
    const departments = new Map(themes.map(({ id, departmentId }) => [id, departmentId]));
    const places = countedFor(themes);
    const found = new Map<string, string>();
    for (const id of themeIds) {
      const departmentId = places
        .get(id)
        ?.map((place) => departments.get(place))
        .find(Boolean);
      if (departmentId) found.set(id, departmentId);
    }
    return found;
  }

  /** As `departmentsOf`, of every theme, by the keys that rules name them by. */
  async departmentsByKey(): Promise<Map<string, string>> {
    const themes = await this.lately();
    const departments = await this.departmentsOf(themes.map(({ id }) => id));
    return new Map(
      themes.flatMap(({ id, key }) => (departments.has(id) ? [[key, departments.get(id)!] as const] : [])),
    );
  }

  /** Has the open tenant's themes read anew once its changes are committed. */
  forget(): void {
    this.database.afterCommit(() => this.believed.clear());
  }
}

function soughtAmong(themes: readonly Theme[]): ThemeToFind[] {
  const live = new Set(themes.filter(({ isLive }) => isLive).map(({ id }) => id));
  return [
    ...themes.filter(({ isLive }) => isLive).map(asToFind),
    ...themes.filter(({ mergedIntoId, starter }) => starter && live.has(mergedIntoId ?? '')).map(asOtherName),
  ];
}

function asToFind({ id, starter, keywords, phrases, examples }: Theme): ThemeToFind {
  return { id, starter, keywords, phrases, examples };
}

/** The words went to the theme it was merged into; the built-in rules go with them. */
function asOtherName({ mergedIntoId, starter }: Theme): ThemeToFind {
  return { id: mergedIntoId!, starter, keywords: [], phrases: [], examples: [] };
}
