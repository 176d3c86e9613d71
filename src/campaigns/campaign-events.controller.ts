import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/route.js';
import {
  BulkEventsView,
  EventOutcomeView,
  incomingEventOf,
  PostEvent,
  PostEvents,
  viewBulkEvents,
} from './campaign-events.dto.js';
import { CampaignEventsService } from './campaign-events.service.js';

@ApiTags('Campaigns')
@Controller('v1/campaign-events')
export class CampaignEventsController {
  constructor(private readonly events: CampaignEventsService) {}

  /** Says that something happened to a person, and asks them as the campaigns that listen for it want. */
  @Post()
  @HttpCode(202)
  @Allow('campaign_event.create')
  async post(@Body() body: PostEvent): Promise<EventOutcomeView> {
    const [outcome] = await this.events.receive([incomingEventOf(body)]);
    if ('error' in outcome!) throw outcome.error;
    return outcome!;
  }

  /** As for one, for up to 1,000. Good ones are taken, and for each of the others the answer says why not. */
  @Post('bulk')
  @HttpCode(202)
  @Allow('campaign_event.create')
  async postAll(@Body() body: PostEvents): Promise<BulkEventsView> {
    return viewBulkEvents(await this.events.receive(body.events.map(incomingEventOf)));
  }
}
