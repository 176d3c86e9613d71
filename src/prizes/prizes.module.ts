import { Module } from '@nestjs/common';
import { AnsweringModule } from '../answering/answering.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { Secrets } from '../platform/secrets.js';
import { PrizeDrawsController } from './prize-draws.controller.js';
import { PrizeDrawsQueries } from './prize-draws.queries.js';
import { PrizeDrawsService } from './prize-draws.service.js';
import { PrizeEntriesQueries } from './prize-entries.queries.js';
import { PrizeEntriesService } from './prize-entries.service.js';
import { PrizePagesController } from './prize-pages.controller.js';
import { PrizePagesService } from './prize-pages.service.js';
import { PrizesReactions } from './prizes.reactions.js';

/** Prizes for those who answer: promised in advance, drawn so that everybody can check it, and apart from answers. */
@Module({
  imports: [CampaignsModule, AnsweringModule],
  controllers: [PrizeDrawsController, PrizePagesController],
  providers: [
    PrizeDrawsQueries,
    PrizeDrawsService,
    PrizeEntriesQueries,
    PrizeEntriesService,
    PrizePagesService,
    PrizesReactions,
    Secrets,
  ],
})
export class PrizesModule {}
