import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import { ArrangeRules, ChangeRule, CreateRule, RulesView, RuleView, viewRule } from './rules.dto.js';
import { RulesService } from './rules.service.js';

@ApiTags('Routing')
@Controller('v1/routing/rules')
export class RulesController {
  constructor(private readonly rules: RulesService) {}

  /** Lists all routing rules in the order they are asked. */
  @Get()
  @Allow('routing.read')
  async list(): Promise<RulesView> {
    return { items: (await this.rules.all()).map(viewRule) };
  }

  /** Adds a rule, at the end or at a given place. */
  @Post()
  @Allow('routing.manage')
  async create(@Body() { position, ...draft }: CreateRule): Promise<RuleView> {
    return viewRule(await this.rules.create(draft, position));
  }

  /** Puts all rules into a new order. */
  @Put('order')
  @Allow('routing.manage')
  async arrange(@Body() { ruleIds }: ArrangeRules): Promise<RulesView> {
    return { items: (await this.rules.arrange(ruleIds)).map(viewRule) };
  }

  /** Reads one rule. */
  @Get(':id')
  @Allow('routing.read')
  async get(@IdParam('routing_rule') id: string): Promise<RuleView> {
    return viewRule(await this.rules.get(id));
  }

  /** Changes what is given of a rule. Decisions made before stay as they are. */
  @Patch(':id')
  @Allow('routing.manage')
  async change(
    @IdParam('routing_rule') id: string,
    @Body() body: ChangeRule,
    @IfMatch() version: number | undefined,
  ): Promise<RuleView> {
    return viewRule(await this.rules.change(id, body, version));
  }

  /** Deletes a rule. Decisions made by it stay, with its name and reasons. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('routing.manage')
  delete(@IdParam('routing_rule') id: string, @IfMatch() version: number | undefined): Promise<void> {
    return this.rules.delete(id, version);
  }
}
