import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import type { Config } from './config.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { AnalysisModule } from './analysis/analysis.module.js';
import { AnalyzerModule } from './analyzer/analyzer.module.js';
import { AnsweringModule } from './answering/answering.module.js';
import { CampaignsModule } from './campaigns/campaigns.module.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { DeliveryWorkerModule } from './delivery/delivery-worker.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { InsightsModule } from './insights/insights.module.js';
import { ConfigModule } from './platform/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EventsModule } from './platform/events/events.module.js';
import { WorkerModule } from './platform/events/worker.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { ModelsModule } from './models/models.module.js';
import { PrizesModule } from './prizes/prizes.module.js';
import { ResponsesModule } from './responses/responses.module.js';
import { RoutingModule } from './routing/routing.module.js';
import { SurveysModule } from './surveys/surveys.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { TenantsModule } from './tenants/tenants.module.js';
import { ThemesModule } from './themes/themes.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/**
 * The modules in the order of one piece of feedback's life. A module imports only from modules before
 * it and from `platform`; information travels forward by events. A test holds this line.
 */
export const MODULES = [
  TenantsModule,
  AccountsModule,
  SurveysModule,
  CampaignsModule,
  DeliveryModule,
  ResponsesModule,
  AnsweringModule,
  PrizesModule,
  ImportsModule,
  AnalyzerModule,
  ThemesModule,
  ModelsModule,
  AnalysisModule,
  InsightsModule,
  RoutingModule,
  TasksModule,
  WebhooksModule,
] satisfies ModuleMetadata['imports'];

@Module({})
export class AppModule {
  /** What the API process runs. */
  static api(config: Config): DynamicModule {
    return { module: AppModule, imports: [...platform(config), HttpModule, ...MODULES] };
  }

  /** What the worker process runs: the same modules, and whatever carries their events. */
  static worker(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [...platform(config), HttpModule, ...MODULES, WorkerModule, DeliveryWorkerModule],
    };
  }

  /** What the command line runs: the modules' services, nothing that listens or carries. */
  static commandLine(config: Config): DynamicModule {
    return AppModule.api(config);
  }
}

function platform(config: Config): DynamicModule[] {
  return [ConfigModule.of(config), { module: DatabaseModule }, { module: EventsModule }];
}
