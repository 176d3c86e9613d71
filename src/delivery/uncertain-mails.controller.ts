import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { Allow } from '../platform/http/route.js';
import { UncertainMails } from './uncertain-mails.service.js';

@ApiTags('Mail')
@Controller('v1/waves/:id/invitations/:contactId/mail-retry')
export class UncertainMailsController {
  constructor(private readonly mails: UncertainMails) {}

  /**
   * Has a mail sent once more of which nobody knows whether it arrived: the connection broke, or a process died, after
   * it was handed over. The person may get it twice, so Heed never does this by itself.
   */
  @Post()
  @HttpCode(204)
  @Allow('invitation.create')
  retry(@IdParam('wave') id: string, @IdParam('contact', 'contactId') contactId: string): Promise<void> {
    return this.mails.retry(id, contactId);
  }
}
