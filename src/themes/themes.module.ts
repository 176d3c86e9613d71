import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TenantsModule } from '../tenants/tenants.module.js';
import { StarterThemesService } from './starter-themes.service.js';
import { TaxonomyService } from './taxonomy.service.js';
import { ThemeMergingService } from './theme-merging.service.js';
import { Theme } from './theme.entity.js';
import { ThemesController } from './themes.controller.js';
import { ThemesReactions } from './themes.reactions.js';
import { ThemesService } from './themes.service.js';

/** The topics a tenant cares about. */
@Module({
  imports: [TypeOrmModule.forFeature([Theme]), TenantsModule],
  controllers: [ThemesController],
  providers: [ThemesService, StarterThemesService, TaxonomyService, ThemeMergingService, ThemesReactions],
  exports: [ThemesService],
})
export class ThemesModule {}
