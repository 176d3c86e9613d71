import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PageQuery } from '../platform/http/page.js';
import { Allow } from '../platform/http/route.js';
import { CampaignsService } from './campaigns.service.js';
import { WaveStanding } from './wave-standing.service.js';
import { ChangeWave, viewStanding, viewWave, WavePage, WaveStandingView, WaveView } from './waves.dto.js';
import { WavesService } from './waves.service.js';

@ApiTags('Waves')
@Controller('v1')
export class WavesController {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly waves: WavesService,
    private readonly standing: WaveStanding,
  ) {}

  /** Lists the waves of a campaign, the planned next one included. */
  @Get('campaigns/:id/waves')
  @Allow('campaign.read')
  async list(@IdParam('campaign') id: string, @Query() query: PageQuery): Promise<WavePage> {
    const campaign = await this.campaigns.get(id);
    const { items, next } = await this.waves.listOf(campaign.id, query);
    return { items: items.map(viewWave), next };
  }

  /** Says how a wave stands, beside the one before at the same day of its life. */
  @Get('waves/:id')
  @Allow('campaign.read')
  async get(@IdParam('wave') id: string): Promise<WaveStandingView> {
    return viewStanding(await this.standing.of(id));
  }

  /** Lets a wave close earlier or later. */
  @Patch('waves/:id')
  @Allow('campaign.write')
  async change(
    @IdParam('wave') id: string,
    @Body() { closesAt }: ChangeWave,
    @IfMatch() version: number | undefined,
  ): Promise<WaveView> {
    await this.waves.moveClosing(id, new Date(closesAt), version);
    return viewWave(await this.waves.get(id));
  }

  /** Closes a wave now: no more answers are taken. */
  @Post('waves/:id/closure')
  @Allow('campaign.write')
  async close(@IdParam('wave') id: string, @IfMatch() version: number | undefined): Promise<WaveView> {
    await this.waves.close(id, version);
    return viewWave(await this.waves.get(id));
  }
}
