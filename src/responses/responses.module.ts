import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { IntakeService } from './intake.service.js';
import { Response } from './response.entity.js';
import { ResponsesController } from './responses.controller.js';
import { ResponsesQueries } from './responses.queries.js';
import { ResponsesService } from './responses.service.js';

/** What came back: taken in one by one, in bulk, and read. */
@Module({
  imports: [TypeOrmModule.forFeature([Response]), AccountsModule, SurveysModule],
  controllers: [ResponsesController],
  providers: [ResponsesService, ResponsesQueries, IntakeService],
  exports: [ResponsesService],
})
export class ResponsesModule {}
