import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import { CampaignCourse } from './campaign-course.service.js';
import { CampaignView, viewCampaign } from './campaigns.dto.js';
import type { Described } from './campaigns.service.js';

@ApiTags('Campaigns')
@Controller('v1/campaigns/:id')
export class CampaignCourseController {
  constructor(private readonly course: CampaignCourse) {}

  /** Begins to ask. The first wave opens when its schedule says. */
  @Post('start')
  @Allow('campaign.write')
  async start(
    @IdParam('campaign') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<CampaignView> {
    return view(await this.course.start(id, version));
  }

  /** Asks and reminds nobody for the time being. Whoever was asked can still answer. */
  @Post('pause')
  @Allow('campaign.write')
  async pause(
    @IdParam('campaign') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<CampaignView> {
    return view(await this.course.pause(id, version));
  }

  /** Goes on. Waves whose time passed meanwhile are not made up for. */
  @Post('resumption')
  @Allow('campaign.write')
  async resume(
    @IdParam('campaign') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<CampaignView> {
    return view(await this.course.resume(id, version));
  }

  /** Ends the campaign and its waves for good. */
  @Post('closure')
  @Allow('campaign.write')
  async close(
    @IdParam('campaign') id: string,
    @IfMatch() version: number | undefined,
  ): Promise<CampaignView> {
    return view(await this.course.close(id, version));
  }
}

function view({ campaign, survey }: Described): CampaignView {
  return viewCampaign(campaign, survey);
}
