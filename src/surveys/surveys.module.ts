import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BrandController } from './brand.controller.js';
import { BrandQueries } from './brand.queries.js';
import { BrandService } from './brand.service.js';
import { LogoController } from './logo.controller.js';
import { PagesService } from './pages.service.js';
import { SurveyVersion } from './survey-version.entity.js';
import { Survey } from './survey.entity.js';
import { SurveysController } from './surveys.controller.js';
import { SurveysService } from './surveys.service.js';

/** Versioned questionnaires, and how they look. */
@Module({
  imports: [TypeOrmModule.forFeature([Survey, SurveyVersion])],
  controllers: [SurveysController, BrandController, LogoController],
  providers: [SurveysService, BrandService, BrandQueries, PagesService],
  exports: [SurveysService, BrandService, PagesService],
})
export class SurveysModule {}
