import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LinksService } from '../campaigns/links.service.js';
import { WavesService } from '../campaigns/waves.service.js';
import { IdParam } from '../platform/http/id-param.js';
import { Allow } from '../platform/http/route.js';
import { WaveNotOpenToAll } from './answering.errors.js';
import { type OpenLinkView, viewOpenLink } from './open-link.dto.js';
import { isOpenToAll } from './open-to-all.js';

@ApiTags('Waves')
@Controller('v1/waves')
export class OpenLinkController {
  constructor(
    private readonly waves: WavesService,
    private readonly links: LinksService,
  ) {}

  /** Reads the link by which anybody can answer in a wave, and how to show the survey in your own product. */
  @Get(':id/open-link')
  @Allow('campaign.read')
  async get(@IdParam('wave') id: string): Promise<OpenLinkView> {
    const { channel } = await this.waves.get(id);
    if (!isOpenToAll(channel)) throw new WaveNotOpenToAll(channel);
    const token = this.links.open(id);
    return viewOpenLink(token, this.links.urlOf(`/r/${token}`), this.links.urlOf('/embed.js'));
  }
}
