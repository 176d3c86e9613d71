import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import { ModelSettingsService } from './model-settings.service.js';
import { type ExternalModelView, SetExternalModel, termsOf, viewExternalModel } from './models.dto.js';

@ApiTags('Analysis')
@Controller('v1/analysis/model')
export class ModelsController {
  constructor(private readonly settings: ModelSettingsService) {}

  /** Reads which external model analyses the verbatims, what it cost this month and what last went wrong. */
  @Get()
  @Allow('analysis.manage')
  async get(): Promise<ExternalModelView> {
    const { model, spend } = await this.settings.get();
    return viewExternalModel(model, spend);
  }

  /** Has verbatims analysed by an external model from now on, on exactly these terms. */
  @Put()
  @Allow('analysis.manage')
  async set(
    @Body() body: SetExternalModel,
    @IfMatch() version: number | undefined,
  ): Promise<ExternalModelView> {
    const { model, spend } = await this.settings.set(termsOf(body), body.apiKey, version);
    return viewExternalModel(model, spend);
  }

  /** Forgets the external model and its key; Heed analyses by itself again. */
  @Delete()
  @HttpCode(204)
  @Allow('analysis.manage')
  remove(): Promise<void> {
    return this.settings.remove();
  }
}
