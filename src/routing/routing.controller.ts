import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { Allow } from '../platform/http/route.js';
import { RoutingDecisionView, TrialView, TryRules, viewDecision, viewTrial } from './routing.dto.js';
import { RoutingService } from './routing.service.js';
import { TrialService } from './trial.service.js';

@ApiTags('Routing')
@Controller('v1')
export class RoutingController {
  constructor(
    private readonly routing: RoutingService,
    private readonly trial: TrialService,
  ) {}

  /** Says which departments a response went to, and why; 404 until that is decided. */
  @Get('responses/:id/routing')
  @Allow('routing.read')
  async decision(@IdParam('response') id: string): Promise<RoutingDecisionView> {
    return viewDecision(await this.routing.decisionOf(id));
  }

  /** Tries rules on the latest responses and says where those would have gone. Changes nothing. */
  @Post('routing/trial')
  @HttpCode(200)
  @Allow('routing.manage')
  async try(@Body() { rules, limit }: TryRules): Promise<TrialView> {
    return viewTrial(await this.trial.run(rules, limit));
  }
}
