import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { Secrets } from '../platform/secrets.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { AudiencesController } from './audiences.controller.js';
import { AudiencesQueries } from './audiences.queries.js';
import { AudiencesService } from './audiences.service.js';
import { BallotKeysService } from './ballot-keys.service.js';
import { CampaignCourseController } from './campaign-course.controller.js';
import { CampaignCourse } from './campaign-course.service.js';
import { CampaignEventsController } from './campaign-events.controller.js';
import { CampaignEventsQueries } from './campaign-events.queries.js';
import { CampaignEventsService } from './campaign-events.service.js';
import { Campaign } from './campaign.entity.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { CampaignsService } from './campaigns.service.js';
import { InvitationsExport } from './invitations-export.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsQueries } from './invitations.queries.js';
import { InvitationsService } from './invitations.service.js';
import { InvitingService } from './inviting.service.js';
import { LaunchQueries } from './launch.queries.js';
import { LaunchReactions } from './launch.reactions.js';
import { LaunchService } from './launch.service.js';
import { LinksService } from './links.service.js';
import { SuppressionsController } from './suppressions.controller.js';
import { SuppressionsQueries } from './suppressions.queries.js';
import { SuppressionsService } from './suppressions.service.js';
import { TriggeredInvitations } from './triggered-invitations.service.js';
import { WaveCourse } from './wave-course.service.js';
import { WaveDayQueries } from './wave-days.queries.js';
import { WaveEnd } from './wave-end.service.js';
import { WaveStandingQueries } from './wave-standing.queries.js';
import { WaveStanding } from './wave-standing.service.js';
import { Wave } from './wave.entity.js';
import { WavesController } from './waves.controller.js';
import { WavesQueries } from './waves.queries.js';
import { WavesReactions } from './waves.reactions.js';
import { WavesService } from './waves.service.js';

/** Who is asked what, when and how; and what became of it. */
@Module({
  imports: [TypeOrmModule.forFeature([Campaign, Wave]), AccountsModule, SurveysModule],
  controllers: [
    CampaignsController,
    CampaignCourseController,
    CampaignEventsController,
    WavesController,
    AudiencesController,
    InvitationsController,
    SuppressionsController,
  ],
  providers: [
    AudiencesQueries,
    AudiencesService,
    BallotKeysService,
    CampaignCourse,
    CampaignEventsQueries,
    CampaignEventsService,
    CampaignsQueries,
    CampaignsService,
    InvitationsExport,
    InvitationsQueries,
    InvitationsService,
    InvitingService,
    LaunchQueries,
    LaunchReactions,
    LaunchService,
    LinksService,
    Secrets,
    SuppressionsQueries,
    SuppressionsService,
    TriggeredInvitations,
    WaveCourse,
    WaveDayQueries,
    WaveEnd,
    WaveStanding,
    WaveStandingQueries,
    WavesQueries,
    WavesReactions,
    WavesService,
  ],
  exports: [
    AudiencesService,
    BallotKeysService,
    CampaignsService,
    InvitationsService,
    LinksService,
    SuppressionsService,
    WaveEnd,
    WavesService,
  ],
})
export class CampaignsModule {}
