import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/route.js';
import {
  SuppressAddress,
  SuppressAddresses,
  SuppressionFilter,
  SuppressionPage,
  SuppressionsView,
  SuppressionView,
} from './suppressions.dto.js';
import { SuppressionsService } from './suppressions.service.js';

@ApiTags('Suppressions')
@Controller('v1/suppressions')
export class SuppressionsController {
  constructor(private readonly suppressions: SuppressionsService) {}

  /** Lists the addresses nobody writes to, in their own order. */
  @Get()
  @Allow('suppression.read')
  list(@Query() query: SuppressionFilter): Promise<SuppressionPage> {
    return this.suppressions.list(query);
  }

  /** Has nobody write to an address from now on: what is scheduled for it is not sent. */
  @Post()
  @Allow('suppression.manage')
  async add(@Body() { email, reason }: SuppressAddress): Promise<SuppressionView> {
    const [suppression] = await this.suppressions.add([email], reason);
    return suppression!;
  }

  /** As for one address, for up to 1,000. */
  @Post('bulk')
  @HttpCode(200)
  @Allow('suppression.manage')
  async addAll(@Body() { emails, reason }: SuppressAddresses): Promise<SuppressionsView> {
    return { items: await this.suppressions.add(emails, reason) };
  }

  /** Lets an address be written to again, from the next wave on. */
  @Delete(':email')
  @HttpCode(204)
  @Allow('suppression.manage')
  async remove(@Param('email') email: string): Promise<void> {
    await this.suppressions.remove(email);
  }
}
