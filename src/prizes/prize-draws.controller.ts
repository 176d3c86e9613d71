import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LinksService } from '../campaigns/links.service.js';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import type { PrizeDraw } from './prize-draws.queries.js';
import { PrizeDrawsService } from './prize-draws.service.js';
import { PrizeEntriesService } from './prize-entries.service.js';
import { DrawRecordView, PrizeDrawView, PromisePrizes, viewPrizeDraw, WinnersView } from './prizes.dto.js';

@ApiTags('Prize draws')
@Controller('v1/waves/:id/prize-draw')
export class PrizeDrawsController {
  constructor(
    private readonly draws: PrizeDrawsService,
    private readonly entries: PrizeEntriesService,
    private readonly links: LinksService,
  ) {}

  /** Reads the prize draw of a wave. */
  @Get()
  @Allow('prize_draw.read')
  async get(@IdParam('wave') id: string): Promise<PrizeDrawView> {
    return this.view(await this.draws.get(id));
  }

  /** Promises prizes to those who answer. Before the wave opens; what was promised can be changed until then. */
  @Put()
  @Allow('prize_draw.manage')
  async promise(
    @IdParam('wave') id: string,
    @Body() { prize, prizes }: PromisePrizes,
    @IfMatch() version: number | undefined,
  ): Promise<PrizeDrawView> {
    return this.view(await this.draws.promise(id, prize, prizes, version));
  }

  /** Takes the promise back, before the wave opens. */
  @Delete()
  @HttpCode(204)
  @Allow('prize_draw.manage')
  withdraw(@IdParam('wave') id: string, @IfMatch() version: number | undefined): Promise<void> {
    return this.draws.withdraw(id, version);
  }

  /** Draws the winners, once the wave is closed, and reveals the seed. Done once; anybody can check it. */
  @Post('drawing')
  @Allow('prize_draw.manage')
  draw(@IdParam('wave') id: string): Promise<DrawRecordView> {
    return this.draws.draw(id);
  }

  /** Lists the addresses of those who won, until the entries are deleted. */
  @Get('winners')
  @Allow('prize_draw.read_winners')
  async winners(@IdParam('wave') id: string): Promise<WinnersView> {
    return { items: await this.entries.winners(id) };
  }

  /** Deletes the addresses of all who entered, once the prizes are drawn. What was published stays. */
  @Delete('entries')
  @HttpCode(204)
  @Allow('prize_draw.manage')
  forget(@IdParam('wave') id: string): Promise<void> {
    return this.entries.forget(id);
  }

  private view(draw: PrizeDraw): PrizeDrawView {
    return viewPrizeDraw(draw, this.links.urlOf(`/d/${this.links.draw(draw.waveId)}`));
  }
}
