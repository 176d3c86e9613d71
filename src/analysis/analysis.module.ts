import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AnalyzerModule } from '../analyzer/analyzer.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { ModelsModule } from '../models/models.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { AnalysisController } from './analysis.controller.js';
import { AnalysisQueries } from './analysis.queries.js';
import { AnalysisReactions } from './analysis.reactions.js';
import { AnalysisService } from './analysis.service.js';
import { AnalyzingService } from './analyzing.service.js';
import { CorrectionsController } from './corrections.controller.js';
import { CorrectionsQueries } from './corrections.queries.js';
import { CorrectionsService } from './corrections.service.js';
import { EmbeddedAnalysisService } from './embedded-analysis.service.js';
import { ChosenAnalysisService } from './chosen-analysis.service.js';
import { AnalysisRun } from './run.entity.js';
import { AnalysisHead } from './head.entity.js';
import { HeadsController } from './heads.controller.js';
import { HeadsQueries } from './heads.queries.js';
import { HeadsService } from './heads.service.js';
import { LearningReactions } from './learning.reactions.js';
import { LearningService } from './learning.service.js';
import { LessonsQueries } from './lessons.queries.js';
import { LessonsService } from './lessons.service.js';
import { RunCarryingService } from './run-carrying.service.js';
import { RunsController } from './runs.controller.js';
import { RunsQueries } from './runs.queries.js';
import { RunsReactions } from './runs.reactions.js';
import { RunsService } from './runs.service.js';
import { VerbatimsQueries } from './verbatims.queries.js';
import { WrittenService } from './written.service.js';

/** What people wrote, and what it says: kept, corrected, learned from. */
@Module({
  imports: [
    TypeOrmModule.forFeature([AnalysisRun, AnalysisHead]),
    ImportsModule,
    AccountsModule,
    SurveysModule,
    ResponsesModule,
    AnalyzerModule,
    ThemesModule,
    ModelsModule,
  ],
  controllers: [AnalysisController, CorrectionsController, RunsController, HeadsController],
  providers: [
    WrittenService,
    EmbeddedAnalysisService,
    ChosenAnalysisService,
    AnalyzingService,
    AnalysisService,
    CorrectionsService,
    RunsService,
    RunCarryingService,
    RunsQueries,
    RunsReactions,
    AnalysisQueries,
    CorrectionsQueries,
    HeadsService,
    HeadsQueries,
    LessonsService,
    LessonsQueries,
    LearningService,
    LearningReactions,
    VerbatimsQueries,
    AnalysisReactions,
  ],
  exports: [AnalysisService],
})
export class AnalysisModule {}
