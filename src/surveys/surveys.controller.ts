import { Body, Controller, Get, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PageQuery } from '../platform/http/page.js';
import { Allow } from '../platform/http/route.js';
import {
  CreateSurvey,
  RenameSurvey,
  ReviseSurvey,
  SurveyPage,
  SurveyVersionView,
  SurveyView,
  viewSurvey,
  viewSurveyVersion,
} from './surveys.dto.js';
import { SurveysService } from './surveys.service.js';

@ApiTags('Surveys')
@Controller('v1/surveys')
export class SurveysController {
  constructor(private readonly surveys: SurveysService) {}

  /** Lists the surveys. */
  @Get()
  @Allow('survey.read')
  async list(@Query() query: PageQuery): Promise<SurveyPage> {
    const { items, next } = await this.surveys.list(query);
    return { items: items.map(viewSurvey), next };
  }

  /** Makes a survey with its first version. */
  @Post()
  @Allow('survey.write')
  async create(@Body() body: CreateSurvey): Promise<SurveyView> {
    return viewSurvey(await this.surveys.create(body));
  }

  /** Reads one survey. */
  @Get(':id')
  @Allow('survey.read')
  async get(@IdParam('survey') id: string): Promise<SurveyView> {
    return viewSurvey(await this.surveys.get(id));
  }

  /** Renames a survey. */
  @Patch(':id')
  @Allow('survey.write')
  async rename(
    @IdParam('survey') id: string,
    @Body() body: RenameSurvey,
    @IfMatch() version: number | undefined,
  ): Promise<SurveyView> {
    return viewSurvey(await this.surveys.rename(id, body.name, version));
  }

  /** Makes a new version, which new responses are given to. Earlier responses keep theirs. */
  @Post(':id/versions')
  @Allow('survey.write')
  async revise(
    @IdParam('survey') id: string,
    @Body() body: ReviseSurvey,
    @IfMatch() version: number | undefined,
  ): Promise<SurveyView> {
    return viewSurvey(await this.surveys.revise(id, body.definition, version));
  }

  /** Reads what one version of a survey asks. */
  @Get(':id/versions/:number')
  @Allow('survey.read')
  async version(
    @IdParam('survey') id: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<SurveyVersionView> {
    return viewSurveyVersion(await this.surveys.versionOf(id, number));
  }
}
