import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import {
  CampaignFilter,
  CampaignPage,
  CampaignView,
  ChangeCampaign,
  CreateCampaign,
  viewCampaign,
} from './campaigns.dto.js';
import { CampaignsService, type Described } from './campaigns.service.js';

@ApiTags('Campaigns')
@Controller('v1/campaigns')
export class CampaignsController {
  constructor(private readonly campaigns: CampaignsService) {}

  /** Lists the campaigns. */
  @Get()
  @Allow('campaign.read')
  async list(@Query() filter: CampaignFilter): Promise<CampaignPage> {
    const { items, next } = await this.campaigns.list(filter);
    return { items: items.map(view), next };
  }

  /** Makes a campaign as a draft: it asks nobody before it is started. */
  @Post()
  @Allow('campaign.write')
  async create(@Body() body: CreateCampaign): Promise<CampaignView> {
    return view(await this.campaigns.create(body));
  }

  /** Reads one campaign. */
  @Get(':id')
  @Allow('campaign.read')
  async get(@IdParam('campaign') id: string): Promise<CampaignView> {
    return view(await this.campaigns.describe(await this.campaigns.get(id)));
  }

  /** Changes a draft; or, of a campaign that has begun, what takes nothing back that people were told. */
  @Patch(':id')
  @Allow('campaign.write')
  async change(
    @IdParam('campaign') id: string,
    @Body() body: ChangeCampaign,
    @IfMatch() version: number | undefined,
  ): Promise<CampaignView> {
    return view(await this.campaigns.change(id, body, version));
  }
}

function view({ campaign, survey }: Described): CampaignView {
  return viewCampaign(campaign, survey);
}
