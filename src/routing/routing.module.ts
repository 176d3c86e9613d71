import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AnalysisModule } from '../analysis/analysis.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { RoutingDecision } from './decision.entity.js';
import { FactsService } from './facts.service.js';
import { RoutingController } from './routing.controller.js';
import { RoutingReactions } from './routing.reactions.js';
import { RoutingService } from './routing.service.js';
import { RoutingRule } from './rule.entity.js';
import { RuleSetsService } from './rule-sets.service.js';
import { RulesController } from './rules.controller.js';
import { RulesQueries } from './rules.queries.js';
import { RulesService } from './rules.service.js';
import { TrialService } from './trial.service.js';

/** Which departments act on a response, by rules that explain themselves. */
@Module({
  imports: [
    TypeOrmModule.forFeature([RoutingRule, RoutingDecision]),
    TenantsModule,
    AccountsModule,
    ResponsesModule,
    ThemesModule,
    AnalysisModule,
  ],
  controllers: [RulesController, RoutingController],
  providers: [
    RulesService,
    RulesQueries,
    RuleSetsService,
    RoutingService,
    RoutingReactions,
    FactsService,
    TrialService,
  ],
  exports: [RoutingService],
})
export class RoutingModule {}
