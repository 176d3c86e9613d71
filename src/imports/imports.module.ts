import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { ContactImportService } from './contact-import.service.js';
import { ImportRun } from './import-run.entity.js';
import { ImportRunnerService } from './import-runner.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsReactions } from './imports.reactions.js';
import { ImportsService } from './imports.service.js';
import { ResponseImportService } from './response-import.service.js';
import { UploadsService } from './uploads.service.js';

/** Bringing in what is already there: responses, contacts and accounts from CSV files. */
@Module({
  imports: [TypeOrmModule.forFeature([ImportRun]), AccountsModule, SurveysModule, ResponsesModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    ImportsQueries,
    ImportsReactions,
    ImportRunnerService,
    ResponseImportService,
    ContactImportService,
    UploadsService,
  ],
  exports: [ImportsService],
})
export class ImportsModule {}
