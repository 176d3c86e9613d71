import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Secrets } from '../platform/secrets.js';
import { ExternalModel } from './external-model.entity.js';
import { ModelCallsService } from './model-calls.service.js';
import { ModelSettingsService } from './model-settings.service.js';
import { ModelsController } from './models.controller.js';
import { ModelsQueries } from './models.queries.js';
import { ModelsService } from './models.service.js';

/** Has verbatims analysed by a model outside of Heed, for tenants that want it. */
@Module({
  imports: [TypeOrmModule.forFeature([ExternalModel])],
  controllers: [ModelsController],
  providers: [Secrets, ModelSettingsService, ModelCallsService, ModelsQueries, ModelsService],
  exports: [ModelsService],
})
export class ModelsModule {}
