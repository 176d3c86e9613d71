/** What is told of a mail after it was sent. */
export const BOUNCE_KINDS = ['delivered', 'soft', 'hard', 'refused', 'complaint'] as const;
export type BounceKind = (typeof BOUNCE_KINDS)[number];

/** What came back of one mail. */
export interface Bounce {
  kind: BounceKind;
  /** The address it was for, as the one who tells it says. */
  email: string | null;
  /** In the words of a mail server. */
  detail: string | null;
}

/** A link's token and the step of the mail, as they stand in a Message-ID and an envelope id of ours. */
const MARK = /(?<![\w-])([A-Za-z0-9_-]{87})\.\d{1,3}(?!\d)/;

/** The token that names one of our mails in a Message-ID, an envelope id or a whole mail; or null. */
export function tokenIn(text: string): string | null {
  return MARK.exec(text)?.[1] ?? null;
}
