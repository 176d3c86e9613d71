import type { ParsedMail } from 'mailparser';

/** Enough to look at a campaign; older ones make room. */
const MOST_MAILS = 500;

export interface CaughtMail {
  id: number;
  at: Date;
  from: string;
  to: string;
  mail: ParsedMail;
  source: string;
}

/** Mails that were caught, the newest first. They are gone with the process. */
export class CaughtMails {
  private readonly mails: CaughtMail[] = [];
  private lastId = 0;

  add(caught: Omit<CaughtMail, 'id'>): void {
    this.mails.unshift({ id: ++this.lastId, ...caught });
    this.mails.length = Math.min(this.mails.length, MOST_MAILS);
  }

  find(id: number): CaughtMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  all(): readonly CaughtMail[] {
    return this.mails;
  }
}
