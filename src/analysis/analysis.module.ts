import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AnalyzerModule } from '../analyzer/analyzer.module.js';
import { ModelsModule } from '../models/models.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { AnalysisController } from './analysis.controller.js';
import { AnalysisQueries } from './analysis.queries.js';
import { AnalysisReactions } from './analysis.reactions.js';
import { AnalysisService } from './analysis.service.js';
import { AnalyzingService } from './analyzing.service.js';
import { EmbeddedAnalysisService } from './embedded-analysis.service.js';
import { ExternalAnalysisService } from './external-analysis.service.js';
import { VerbatimsQueries } from './verbatims.queries.js';
import { WrittenService } from './written.service.js';

/** What people wrote, and what it says: kept, corrected, learned from. */
@Module({
  imports: [AccountsModule, SurveysModule, ResponsesModule, AnalyzerModule, ThemesModule, ModelsModule],
  controllers: [AnalysisController],
  providers: [
    WrittenService,
    EmbeddedAnalysisService,
    ExternalAnalysisService,
    AnalyzingService,
    AnalysisService,
    AnalysisQueries,
    VerbatimsQueries,
    AnalysisReactions,
  ],
  exports: [AnalysisService],
})
export class AnalysisModule {}
