import type { Bounce, BounceKind } from './bounce.js';
import { isAddressStatus } from './smtp-outcome.js';

/** The fields of one block of a report, by name in lower case. */
type Fields = ReadonlyMap<string, string>;

/**
 * What a delivery status notification says (RFC 3464: the text of its `message/delivery-status` part), of the first
 * recipient; ours have one. Null when it says nothing of a recipient.
 */
export function bounceIn(deliveryStatus: string): Bounce | null {
  const [, ...recipients] = blocksOf(deliveryStatus);
  const fields = recipients.find((block) => block.has('action'));
  const kind = fields && kindOf(fields);
  if (!fields || !kind) return null;
  const email = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
  return { kind, email, detail: detailOf(fields) };
}

/** What a feedback report says (RFC 5965: the text of its `message/feedback-report` part): that it is spam, or nothing. */
export function complaintIn(feedbackReport: string): Bounce | null {
  const [fields] = blocksOf(feedbackReport);
  const type = fields?.get('feedback-type')?.toLowerCase();
  if (!fields || (type !== 'abuse' && type !== 'fraud')) return null;
  return {
    kind: 'complaint',
    email: addressIn(fields.get('original-rcpt-to')),
    detail: `Reported as ${type}`,
  };
}

function kindOf(fields: Fields): BounceKind | null {
  switch (fields.get('action')!.toLowerCase().split(/[\s(]/)[0]) {
    case 'failed':
      return isAddressStatus(statusOf(fields)) ? 'hard' : 'refused';
    case 'delayed':
      return 'soft';
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return 'delivered';
    default:
      return null;
  }
}

function statusOf(fields: Fields): string {
  return /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '';
}

function detailOf(fields: Fields): string | null {
  const diagnostic = fields.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '');
  return diagnostic || statusOf(fields) || null;
}

/** `rfc822;jane@example.com`, or bare as some write it. */
function addressIn(field: string | undefined): string | null {
  const address = field
    ?.replace(/^[\w-]+\s*;/, '')
    .trim()
    .replace(/^<|>$/g, '');
  return address?.includes('@') ? address : null;
}

/** Blocks are parted by empty lines; a line that begins with a space goes on with the one before. */
function blocksOf(text: string): Fields[] {
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]+(?=\S)/g, ' ');
  return unfolded
    .split(/\n\s*\n/)
    .map((block) => block.matchAll(/^([\w-]+):[ \t]*(.*)$/gm))
    .map((lines) => new Map([...lines].map(([, name, value]) => [name!.toLowerCase(), value!.trim()])))
    .filter(({ size }) => size > 0);
}
