import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../platform/http/if-match.js';
import { Allow } from '../platform/http/route.js';
import { type MailSenderView, SetMailSender, termsOf, viewMailSender } from './mail-senders.dto.js';
import { MailSendersService } from './mail-senders.service.js';

@ApiTags('Mail')
@Controller('v1/mail-sender')
export class MailSendersController {
  constructor(private readonly senders: MailSendersService) {}

  /** Reads who mail comes from, and what keeps it from being sent, if anything. */
  @Get()
  @Allow('mail_sender.read')
  async get(): Promise<MailSenderView> {
    return viewMailSender(await this.senders.get());
  }

  /** Has mail come from a sender of your own from now on, on exactly these terms. */
  @Put()
  @Allow('mail_sender.manage')
  async set(@Body() body: SetMailSender, @IfMatch() version: number | undefined): Promise<MailSenderView> {
    return viewMailSender(await this.senders.set(termsOf(body), version));
  }

  /** Forgets it; mail comes from the installation's sender again. */
  @Delete()
  @HttpCode(204)
  @Allow('mail_sender.manage')
  remove(): Promise<void> {
    return this.senders.remove();
  }
}
