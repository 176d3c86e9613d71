import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { Secrets } from '../platform/secrets.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { BouncesController } from './bounces.controller.js';
import { BouncesQueries } from './bounces.queries.js';
import { BouncesService } from './bounces.service.js';
import { Couriers } from './courier.service.js';
import { DueMailsQueries } from './due-mails.queries.js';
import { MailLots } from './mail-lots.service.js';
import { MailMessages } from './mail-messages.service.js';
import { MailSenderQueries } from './mail-sender.queries.js';
import { MailSendersController } from './mail-senders.controller.js';
import { MailSendersService } from './mail-senders.service.js';
import { UncertainMailsController } from './uncertain-mails.controller.js';
import { UncertainMailsQueries } from './uncertain-mails.queries.js';
import { UncertainMails } from './uncertain-mails.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { Unsubscribing } from './unsubscribing.service.js';

/** Brings invitations and reminders to people by mail, each once, and hears what comes back. */
@Module({
  imports: [TenantsModule, SurveysModule, CampaignsModule],
  controllers: [BouncesController, MailSendersController, UncertainMailsController, UnsubscribeController],
  providers: [
    BouncesQueries,
    BouncesService,
    Couriers,
    DueMailsQueries,
    MailLots,
    MailMessages,
    MailSenderQueries,
    MailSendersService,
    Secrets,
    UncertainMails,
    UncertainMailsQueries,
    Unsubscribing,
  ],
  exports: [Couriers],
})
export class DeliveryModule {}
