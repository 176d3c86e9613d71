const MINUTE_MS = 60_000;

/** The last minute mail to a domain is booked for, and how many mails that minute has. */
export interface Booking {
  minute: Date;
  mails: number;
}

/** A mail that is due. */
export interface DueMail {
  domain: string;
  dueAt: Date;
  /** Whether `dueAt` is the minute that was booked for it before. */
  isBooked: boolean;
}

/**
 * Decides for each of these mails when it is sent: `now` where its domain has room in this minute, else the beginning
 * of the first minute that has. Every mail over the pace is put off once, to a minute of its own domain, and stands in
 * nobody's way meanwhile. `bookings` is by domain and is brought up to date. A booking missed by more than a
 * minute is made anew, so that a pause is not followed by a flood.
 */
export function paced<Mail extends DueMail>(
  mails: Mail[],
  bookings: Map<string, Booking>,
  perMinute: number,
  now: Date,
): { mail: Mail; at: Date }[] {
  const thisMinute = minuteOf(now);
  return mails.map((mail) => {
    if (mail.isBooked && mail.dueAt.getTime() >= thisMinute - MINUTE_MS) return { mail, at: now };
    const booking = nextBooking(bookings.get(mail.domain), perMinute, thisMinute);
    bookings.set(mail.domain, booking);
    return { mail, at: booking.minute.getTime() === thisMinute ? now : booking.minute };
  });
}

/** What mails to the same domain have in common; one server may serve many domains, but who knows which. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

function nextBooking(last: Booking | undefined, perMinute: number, thisMinute: number): Booking {
  const lastMinute = last?.minute.getTime() ?? 0;
  if (!last || lastMinute < thisMinute) return { minute: new Date(thisMinute), mails: 1 };
  if (last.mails < perMinute) return { minute: last.minute, mails: last.mails + 1 };
  return { minute: new Date(lastMinute + MINUTE_MS), mails: 1 };
}

function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS;
}
