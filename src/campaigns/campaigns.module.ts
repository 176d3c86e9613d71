import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SurveysModule } from '../surveys/surveys.module.js';
import { Campaign } from './campaign.entity.js';
import { LinksService } from './links.service.js';
import { Wave } from './wave.entity.js';
import { WavesQueries } from './waves.queries.js';
import { WavesService } from './waves.service.js';

/** Who is asked what, when and how; and what became of it. */
@Module({
  imports: [TypeOrmModule.forFeature([Campaign, Wave]), SurveysModule],
  controllers: [],
  providers: [LinksService, WavesQueries, WavesService],
  exports: [LinksService, WavesService],
})
export class CampaignsModule {}
