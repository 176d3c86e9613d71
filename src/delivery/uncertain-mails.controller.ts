import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/page.js';
import { Allow } from '../platform/http/route.js';
import { type UncertainMailPage } from './uncertain-mails.dto.js';
import { UncertainMails } from './uncertain-mails.service.js';

@ApiTags('Mail')
@Controller('v1/waves/:id')
export class UncertainMailsController {
  constructor(private readonly mails: UncertainMails) {}

  /**
   * Lists the mails of a wave of which nobody knows whether they arrived: the connection broke, or a process died, after
   * they were handed over. Heed sends none of them again by itself.
   */
  @Get('uncertain-mails')
  @Allow('invitation.read')
  list(@IdParam('wave') id: string, @Query() query: PageQuery): Promise<UncertainMailPage> {
    return this.mails.list(id, query);
  }

  /** Has an uncertain mail sent once more. The person may get it twice. */
  @Post('invitations/:contactId/mail-retry')
  @HttpCode(204)
  @Allow('invitation.create')
  retry(@IdParam('wave') id: string, @IdParam('contact', 'contactId') contactId: string): Promise<void> {
    return this.mails.retry(id, contactId);
  }
}
