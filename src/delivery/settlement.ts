import { retryAt } from './mail-retry.js';
import { nextMail, type Reminding } from './reminder.js';
import type { SmtpOutcome, SmtpReply } from './smtp-outcome.js';

/** How a mail ended, and what follows. */
export interface Settlement {
  waveId: string;
  contactId: string;
  /** Of the sender that held it: a row somebody else holds by now stays as it is. */
  heldUntil: Date;
  end: 'sent' | 'due_again' | 'bounced' | 'uncertain';
  at: Date;
  /** The mail that is due next, if any. */
  step: number;
  dueAt: Date | null;
  failures: number;
  error: string | null;
  reason: string | null;
}

/** Why mail came back, as the reason of the invitation. */
export const BOUNCE_REASONS = ['hard_bounce', 'refused', 'given_up', 'complaint'] as const;
export type BounceReason = (typeof BOUNCE_REASONS)[number];

export interface SentMail {
  waveId: string;
  contactId: string;
  heldUntil: Date;
  step: number;
  /** How often the server put it off before. */
  failures: number;
  firstSentAt: Date | null;
  /** The person's time zone. */
  zone: string | null;
}

/** Replies are kept to be read by people. */
const MAX_ERROR_CHARS = 500;

/** What a reply of the mail server makes of a mail. */
export function settlementOf(
  outcome: Exclude<SmtpOutcome, 'sender_trouble'>,
  mail: SentMail,
  reminding: Reminding,
  reply: SmtpReply,
  now: Date,
): Settlement {
  const { failures } = mail;
  const ended = endOf(mail, reply, now);
  switch (outcome) {
    case 'accepted':
      return { ...ended, end: 'sent', error: null, ...(next(mail, reminding, now) ?? {}) };
    case 'uncertain':
      return { ...ended, end: 'uncertain', failures };
    case 'hard_bounce':
    case 'refused':
      return { ...ended, end: 'bounced', reason: outcome satisfies BounceReason };
    case 'later': {
      const dueAt = retryAt(failures + 1, now);
      if (!dueAt || dueAt >= reminding.closesAt)
        return { ...ended, end: 'bounced', reason: 'given_up' satisfies BounceReason };
      return { ...ended, end: 'due_again', dueAt, failures: failures + 1 };
    }
  }
}

/** What was noted as handed over when nothing could be sent of it: it is due as it was, and nobody's failure. */
export function unsent(mail: SentMail & { dueAt: Date }, reply: SmtpReply, now: Date): Settlement {
  const { dueAt, failures } = mail;
  return { ...endOf(mail, reply, now), end: 'due_again', dueAt, failures };
}

function endOf({ waveId, contactId, heldUntil, step }: SentMail, { text }: SmtpReply, at: Date) {
  const error = text.slice(0, MAX_ERROR_CHARS);
  return { waveId, contactId, heldUntil, at, step, failures: 0, dueAt: null, error, reason: null };
}

function next({ step, firstSentAt, zone }: SentMail, reminding: Reminding, now: Date) {
  return nextMail(reminding, { step, firstSentAt: firstSentAt ?? now, zone });
}
