import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { Secrets } from '../platform/secrets.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { AnswerSheet } from './answer-sheet.entity.js';
import { AnsweringService } from './answering.service.js';
import { BallotBoxQueries } from './ballot-box.queries.js';
import { BallotBoxReactions } from './ballot-box.reactions.js';
import { BallotBox } from './ballot-box.service.js';
import { BallotsQueries } from './ballots.queries.js';
import { BallotsService } from './ballots.service.js';
import { EmbedController } from './embed.controller.js';
import { OpenLinkController } from './open-link.controller.js';
import { ResponsePageController } from './response-page.controller.js';
import { ResponsePagesService } from './response-pages.service.js';
import { SheetsQueries } from './sheets.queries.js';
import { SheetsService } from './sheets.service.js';
import { ThanksSlot } from './thanks-slot.service.js';
import { VisitsQueries } from './visits.queries.js';
import { VisitsService } from './visits.service.js';

/** The pages people answer on, and what becomes of their answers until they are a response. */
@Module({
  imports: [
    TypeOrmModule.forFeature([AnswerSheet]),
    TenantsModule,
    SurveysModule,
    CampaignsModule,
    ResponsesModule,
  ],
  controllers: [ResponsePageController, EmbedController, OpenLinkController],
  providers: [
    AnsweringService,
    BallotBox,
    BallotBoxQueries,
    BallotBoxReactions,
    BallotsQueries,
    BallotsService,
    ResponsePagesService,
    Secrets,
    SheetsQueries,
    SheetsService,
    ThanksSlot,
    VisitsQueries,
    VisitsService,
  ],
  exports: [ResponsePagesService, ThanksSlot],
})
export class AnsweringModule {}
