import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { Allow } from '../platform/http/route.js';
import { AnalysisView, viewAnalysis } from './analysis.dto.js';
import { AnalysisService } from './analysis.service.js';

@ApiTags('Analysis')
@Controller('v1/responses/:id/analysis')
export class AnalysisController {
  constructor(private readonly analysis: AnalysisService) {}

  /** Says what each free text of a response is about and what its writer feels, with the words that show it. */
  @Get()
  @Allow('analysis.read')
  async get(@IdParam('response') id: string): Promise<AnalysisView> {
    return viewAnalysis(id, await this.analysis.get(id));
  }
}
