import { Fact } from '../platform/events/event.js';

@Fact('mail_sender.changed')
export class MailSenderChanged {
  constructor(readonly tenantId: string) {}
}

/** Nothing can be sent, and it is tried again by itself; once until it works again. */
@Fact('mail_sender.failed', { published: true })
export class MailSenderFailed {
  constructor(
    readonly tenantId: string,
    /** What the mail server answered, such as `535`, or `unreachable`. */
    readonly code: string,
  ) {}
}

@Fact('mail_sender.recovered', { published: true })
export class MailSenderRecovered {
  constructor(readonly tenantId: string) {}
}
