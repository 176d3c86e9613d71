import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { publishedTypes } from '../platform/events/event.js';
import { Allow } from '../platform/http/route.js';
import { EventTypesView } from './webhooks.dto.js';

@ApiTags('Webhooks')
@Controller('v1/event-types')
export class EventTypesController {
  /** Lists the event types a webhook endpoint may subscribe to. */
  @Get()
  @Allow('webhook.read')
  list(): EventTypesView {
    return { types: publishedTypes() };
  }
}
