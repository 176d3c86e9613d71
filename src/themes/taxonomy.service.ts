import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/unique.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { given } from '../platform/given.js';
import { assertVersion } from '../platform/http/if-match.js';
import { newId } from '../platform/ids.js';
import { DepartmentsService } from '../tenants/departments.service.js';
import { treeFault } from './theme-tree.js';
import { MAX_LIVE_THEMES, MAX_THEMES } from './theme-words.js';
import { Theme, type ThemeDraft } from './theme.entity.js';
import { nestingRefused, ThemeHasParts, ThemeKeyTaken, TooManyThemes } from './themes.errors.js';
import { ThemeAdded, ThemeChanged, ThemeRestored, ThemeRetired } from './themes.events.js';
import { ThemesService } from './themes.service.js';

/** What a theme has when nothing is said of it. */
const BLANK: Omit<ThemeDraft, 'name'> = {
  description: null,
  parentId: null,
  departmentId: null,
  keywords: [],
  phrases: [],
  examples: [],
};

type NewTheme = { key: string; name: string } & Partial<ThemeDraft>;

/** Changes to the themes of a tenant, one after the other, so that no two of them nest themes in a circle. */
@Injectable()
export class TaxonomyService {
  constructor(
    private readonly database: Database,
    private readonly themes: ThemesService,
    private readonly departments: DepartmentsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async add({ key, ...draft }: NewTheme): Promise<Theme> {
    const themes = await this.open();
    assertRoom(themes, 1);
    await this.assertDepartment(draft.departmentId);
    const theme = Theme.create(
      newId(),
      key,
      { ...BLANK, name: draft.name, ...given(draft) },
      this.clock.now(),
    );
    assertNested(themes, theme);
    await refusing(
      'theme_key',
      () => new ThemeKeyTaken(key),
      () => this.rows.insert(theme),
    );
    this.events.record(new ThemeAdded(theme.id));
    return theme;
  }

  async change(id: string, changes: Partial<ThemeDraft>, version?: number): Promise<Theme> {
    const themes = await this.open();
    const theme = found(themes, id);
    assertVersion('theme', theme, version);
    await this.assertDepartment(changes.departmentId);
    theme.change(given(changes));
    if (changes.parentId !== undefined) assertNested(themes, theme);
    this.events.record(new ThemeChanged(id));
    return this.rows.save(theme);
  }

  async retire(id: string): Promise<Theme> {
    const themes = await this.open();
    const theme = found(themes, id);
    const parts = themes.filter(({ parentId, isLive }) => parentId === id && isLive);
    if (parts.length > 0)
      throw new ThemeHasParts(
        id,
        parts.map((part) => part.id),
      );
    theme.retire(this.clock.now());
    this.events.record(new ThemeRetired(id));
    return this.rows.save(theme);
  }

  /** Back to where it was; to the top when that is no more, or too deep by now. */
  async restore(id: string): Promise<Theme> {
    const themes = await this.open();
    const theme = found(themes, id);
    const others = themes.filter((other) => other.isLive && other !== theme);
    const isPlace = others.some((other) => other.id === theme.parentId) && !treeFault([...others, theme]);
    theme.restore(isPlace ? theme.parentId : null);
    assertRoom(others, 1);
    this.events.record(new ThemeRestored(id));
    return this.rows.save(theme);
  }

  /** All themes, which nobody else changes until the transaction ends. */
  async open(): Promise<Theme[]> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' theme', 0))`);
    this.themes.forget();
    return this.themes.all();
  }

  private get rows() {
    return this.database.repository(Theme);
  }

  private async assertDepartment(id: string | null | undefined): Promise<void> {
    if (!id) return;
    const known = await this.departments.all();
    if (known.some((department) => department.id === id)) return;
    throw Invalid.because([{ pointer: '/departmentId', detail: 'is not a department of this tenant' }]);
  }
}

/** The theme of this id among those read. */
export function found(themes: readonly Theme[], id: string): Theme {
  const theme = themes.find((one) => one.id === id);
  if (!theme) throw NotFound.of('theme', id);
  return theme;
}

function assertRoom(themes: readonly Theme[], more: number): void {
  const live = themes.filter(({ isLive }) => isLive);
  if (live.length + more > MAX_LIVE_THEMES) throw new TooManyThemes(MAX_LIVE_THEMES, 'in use');
  if (themes.length + more > MAX_THEMES) throw new TooManyThemes(MAX_THEMES, 'in all');
}

function assertNested(themes: readonly Theme[], theme: Theme): void {
  const others = themes.filter(({ id, isLive }) => isLive && id !== theme.id);
  if (theme.parentId && theme.parentId !== theme.id && !others.some(({ id }) => id === theme.parentId)) {
    throw Invalid.because([{ pointer: '/parentId', detail: 'is not a theme in use of this tenant' }]);
  }
  const fault = treeFault([...others, theme]);
  if (fault) throw nestingRefused(fault);
}
