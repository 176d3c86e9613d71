import { ApiProperty } from '@nestjs/swagger';
import {
  IsEmail,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { EMAIL_LENGTH } from '../accounts/contact-reference.dto.js';
import { Omittable } from '../platform/http/omittable.js';
import { DEFAULT_PER_MINUTE_AND_DOMAIN, type SenderState, type SenderTerms } from './mail-senders.service.js';

const NAME_LENGTH = 100;
const URL_LENGTH = 1_000;
const MAX_PER_MINUTE_AND_DOMAIN = 100_000;

/** A header ends where a line does. */
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;

export class SetMailSender {
  /** What mail programs show as its sender. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH)
  @Matches(ONE_LINE, { message: 'fromName must be one line without control characters' })
  fromName: string;

  /** Of the installation's own domain, unless `smtpUrl` names a server of yours. */
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  fromAddress: string;

  /** Where answers by mail go to; to `fromAddress` without it. */
  @IsOptional()
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  replyTo?: string | null;

  /**
   * A server of your own, such as `smtps://user:password@mail.example.com:465`; null for the installation's. Left out,
   * it stays what it is. It is never shown again with its password.
   */
  @IsOptional()
  @IsString()
  @MaxLength(URL_LENGTH)
  @ApiProperty({ type: String, nullable: true, required: false, writeOnly: true })
  smtpUrl?: string | null;

  /** Most mails a minute to one domain; the rest waits for the minutes after. */
  @Omittable()
  @IsInt()
  @Min(1)
  @Max(MAX_PER_MINUTE_AND_DOMAIN)
  mailsPerMinuteAndDomain: number = DEFAULT_PER_MINUTE_AND_DOMAIN;
}

export class MailTroubleView {
  since: Date;
  /** When it is tried again. */
  restsUntil: Date;
  /** How often it was tried in vain. */
  failures: number;
  /** What the mail server answered, such as `535`, or `unreachable`. */
  code: string;
  error: string;
}

export class MailSenderView {
  /** False where mail comes from the installation's sender. */
  isOwn: boolean;
  /** Null when no mail can be sent: there is no mail server at all. */
  fromName: string | null;
  fromAddress: string | null;
  replyTo: string | null;
  /** The server of your own, without its password; null for the installation's. */
  smtpUrl: string | null;
  mailsPerMinuteAndDomain: number;
  /** What keeps mail from being sent at present; null when nothing does. */
  trouble: MailTroubleView | null;
  changedAt: Date | null;
  version: number;
}

export function termsOf(body: SetMailSender): SenderTerms {
  const { fromName, fromAddress, replyTo = null, smtpUrl, mailsPerMinuteAndDomain } = body;
  return { fromName, fromAddress, replyTo, smtpUrl, perMinuteAndDomain: mailsPerMinuteAndDomain };
}

export function viewMailSender({ own, server, inUse, trouble }: SenderState): MailSenderView {
  return {
    isOwn: own !== null,
    fromName: inUse?.fromName ?? own?.fromName ?? null,
    fromAddress: inUse?.fromAddress ?? own?.fromAddress ?? null,
    replyTo: inUse?.replyTo ?? own?.replyTo ?? null,
    smtpUrl: server,
    mailsPerMinuteAndDomain: own?.perMinuteAndDomain ?? DEFAULT_PER_MINUTE_AND_DOMAIN,
    trouble,
    changedAt: own?.changedAt ?? null,
    version: own?.version ?? 0,
  };
}
