import { Conflict, Invalid, NotFound } from '../platform/errors.js';

export class MailSenderNotFound extends NotFound {
  constructor() {
    super(
      'mail_sender.not_found',
      'This tenant has no sender of its own; its mail comes from the installation.',
    );
  }
}

export class MailSenderRefused extends Invalid {
  constructor(field: 'fromAddress' | 'smtpUrl', detail: string) {
    super(`mail_sender.${field === 'smtpUrl' ? 'smtp_url' : 'from_address'}_refused`, `${field} ${detail}.`, {
      problems: [{ pointer: `/${field}`, detail }],
    });
  }
}

export class MailNotUncertain extends Conflict {
  constructor() {
    super(
      'invitation.mail_not_uncertain',
      'Only a mail of which nobody knows whether it arrived can be sent once more.',
    );
  }
}
