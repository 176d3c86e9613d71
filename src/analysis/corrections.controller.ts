import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { Allow } from '../platform/http/route.js';
import { VerbatimView, viewVerbatim } from './analysis.dto.js';
import { AnalyzingService } from './analyzing.service.js';
import { CorrectEmotions, CorrectMentions } from './corrections.dto.js';
import { CorrectionsService } from './corrections.service.js';

@ApiTags('Analysis')
@Controller('v1/responses/:id/analysis/:question')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly analyzing: AnalyzingService,
  ) {}

  /** Says which themes a free text mentions and how it speaks of them: these and no others. The analyser learns from it. */
  @Put('mentions')
  @Allow('analysis.correct')
  async setMentions(
    @IdParam('response') id: string,
    @Param('question') question: string,
    @Body() { mentions }: CorrectMentions,
  ): Promise<VerbatimView> {
    return viewVerbatim(await this.corrections.setMentions(id, question, mentions));
  }

  /** Says what the writer of a free text feels: these emotions and no others. The analyser learns from it. */
  @Put('emotions')
  @Allow('analysis.correct')
  async setEmotions(
    @IdParam('response') id: string,
    @Param('question') question: string,
    @Body() { emotions }: CorrectEmotions,
  ): Promise<VerbatimView> {
    return viewVerbatim(await this.corrections.setEmotions(id, question, emotions));
  }

  /** Takes back what members said of the themes; what the analyser finds counts again. */
  @Delete('mentions')
  @HttpCode(204)
  @Allow('analysis.correct')
  async withdrawMentions(
    @IdParam('response') id: string,
    @Param('question') question: string,
  ): Promise<void> {
    if (await this.corrections.withdraw(id, question, 'mentions')) await this.analyzing.renew(id);
  }

  /** Takes back what members said of the emotions; what the analyser finds counts again. */
  @Delete('emotions')
  @HttpCode(204)
  @Allow('analysis.correct')
  async withdrawEmotions(
    @IdParam('response') id: string,
    @Param('question') question: string,
  ): Promise<void> {
    if (await this.corrections.withdraw(id, question, 'emotions')) await this.analyzing.renew(id);
  }
}
