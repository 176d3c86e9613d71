import { Module } from '@nestjs/common';
import { AnalyzerService } from './analyzer.service.js';

/** Says what a verbatim says: its language, themes, polarity and emotions, by a model that is part of Heed. */
@Module({
  providers: [AnalyzerService],
  exports: [AnalyzerService],
})
export class AnalyzerModule {}
