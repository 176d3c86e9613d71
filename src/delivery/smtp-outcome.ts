/** What a mail server said to one message, or that it said nothing any more. */
export interface SmtpReply {
  /** How far the message was: who it is from, who to, the body; or the connection itself. */
  stage: 'connection' | 'sender' | 'recipient' | 'body';
  /** Whether a byte of the body may have left. */
  isHandedOver: boolean;
  /** Null where there was no reply. */
  code: number | null;
  /** RFC 3463, such as `5.1.1`, where the server gives it. */
  enhanced: string | null;
  /** The reply, or what else went wrong. */
  text: string;
}

export type SmtpOutcome =
  | 'accepted'
  /** The server wants it later. */
  | 'later'
  /** The address does not exist. */
  | 'hard_bounce'
  /** The server does not want it. */
  | 'refused'
  /** It is not about this message: nothing can be sent. */
  | 'sender_trouble'
  /** Nobody knows whether it arrived. */
  | 'uncertain';

/** Replies to a recipient that mean there is no such mailbox, where no enhanced code says more (RFC 5321, 4.2.3). */
const NO_SUCH_MAILBOX = [550, 551, 553];
/** Bad address, mailbox disabled, mailbox moved: RFC 3463, 3.2 and 3.3. */
const ADDRESS_STATUS = /^5\.(1\.[0-36]|1\.10|2\.1)$/;
/** The server closes the connection, whatever it was asked. */
export const CLOSING = 421;

/** What a reply means for the message. */
export function outcomeOf(reply: SmtpReply): SmtpOutcome {
  const { stage, isHandedOver, code } = reply;
  if (code === null) return isHandedOver ? 'uncertain' : 'sender_trouble';
  if (code < 400) return 'accepted';
  if (!isHandedOver && (code === CLOSING || stage === 'connection' || stage === 'sender'))
    return 'sender_trouble';
  if (code < 500) return 'later';
  return isAboutTheAddress(reply) ? 'hard_bounce' : 'refused';
}

/** The enhanced status code at the beginning of a reply's text, or null. */
export function enhancedCodeIn(text: string): string | null {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? null;
}

/** Whether an enhanced status code (RFC 3463) says that there is no such mailbox. */
export function isAddressStatus(enhanced: string): boolean {
  return ADDRESS_STATUS.test(enhanced);
}

function isAboutTheAddress({ stage, code, enhanced }: SmtpReply): boolean {
  if (enhanced) return isAddressStatus(enhanced);
  return stage === 'recipient' && NO_SUCH_MAILBOX.includes(code!);
}
