import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/route.js';
import { AudiencePreviewView, PreviewAudience, viewPreview } from './audiences.dto.js';
import { AudiencesService } from './audiences.service.js';

@ApiTags('Audiences')
@Controller('v1/audience-previews')
export class AudiencesController {
  constructor(private readonly audiences: AudiencesService) {}

  /** Says how many contacts an audience has, how many of them would be asked now, and shows some. Asks nobody. */
  @Post()
  @HttpCode(200)
  @Allow('invitation.preview')
  async preview(@Body() body: PreviewAudience): Promise<AudiencePreviewView> {
    return viewPreview(await this.audiences.preview(body));
  }
}
