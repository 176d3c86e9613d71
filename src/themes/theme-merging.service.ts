import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Invalid } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { found, TaxonomyService } from './taxonomy.service.js';
import { afterMerge, type Placed, treeFault } from './theme-tree.js';
import { Theme } from './theme.entity.js';
import { nestingRefused } from './themes.errors.js';
import { ThemeMergedInto } from './themes.events.js';

/** Makes one theme of two. What was found of either stays as it was found, and counts for the one that is left. */
@Injectable()
export class ThemeMergingService {
  constructor(
    private readonly database: Database,
    private readonly taxonomy: TaxonomyService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async merge(id: string, intoId: string): Promise<Theme> {
    const themes = await this.taxonomy.open();
    const theme = found(themes, id);
    const target = themes.find((one) => one.id === intoId);
    if (!target) throw Invalid.because([{ pointer: '/into', detail: 'is not a theme of this tenant' }]);
    theme.mergeInto(target, this.clock.now());
    const places = placesAfter(themes, theme, target);
    target.parentId = places.find((place) => place.id === intoId)!.parentId;
    await this.database.repository(Theme).save(theme);
    await this.database.repository(Theme).save(target);
    await this.arrange(places.filter((place) => place.id !== intoId));
    await this.renameOlder(id, intoId);
    this.events.record(new ThemeMergedInto(id, intoId));
    return target;
  }

  private async arrange(places: Placed[]): Promise<void> {
    await this.database.query(
      `update theme t set parent_id = p.parent_id, version = version + 1
         from unnest($2::uuid[], $3::uuid[]) p (id, parent_id)
        where t.tenant_id = $1 and t.id = p.id and t.parent_id is distinct from p.parent_id`,
      [places.map(({ id }) => id), places.map(({ parentId }) => parentId)],
    );
  }

  /** What was merged into the theme before counts for its target now, so that nobody follows a chain. */
  private async renameOlder(id: string, intoId: string): Promise<void> {
    await this.database.query(
      `update theme set merged_into_id = $3, version = version + 1 where tenant_id = $1 and merged_into_id = $2`,
      [id, intoId],
    );
  }
}

function placesAfter(themes: Theme[], theme: Theme, target: Theme): Placed[] {
  const live = themes.filter((one) => one.isLive || one === theme);
  const places = afterMerge<Placed>(live, theme.id, target.id);
  const fault = treeFault(places);
  if (fault) throw nestingRefused(fault);
  return places;
}
