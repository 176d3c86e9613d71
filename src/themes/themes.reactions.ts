import { Injectable } from '@nestjs/common';
import type { Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { TenantCreated } from '../tenants/tenants.events.js';
import { StarterThemesService } from './starter-themes.service.js';

@Injectable()
export class ThemesReactions {
  constructor(private readonly starters: StarterThemesService) {}

  /** Tenants that were there before themes were are told of their creation once more, by the migration. */
  @On(TenantCreated)
  addStarterThemes(_created: Recorded<TenantCreated>[]): Promise<void> {
    return this.starters.add();
  }
}
