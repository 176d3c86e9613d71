import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SurveyVersion } from './survey-version.entity.js';
import { Survey } from './survey.entity.js';
import { SurveysController } from './surveys.controller.js';
import { SurveysService } from './surveys.service.js';

/** Versioned questionnaires. */
@Module({
  imports: [TypeOrmModule.forFeature([Survey, SurveyVersion])],
  controllers: [SurveysController],
  providers: [SurveysService],
  exports: [SurveysService],
})
export class SurveysModule {}
