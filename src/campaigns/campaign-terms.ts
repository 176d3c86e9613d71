export const KINDS = ['relational', 'transactional'] as const;
export type CampaignKind = (typeof KINDS)[number];

/** Customers, or the tenant's own employees. */
export const REACHES = ['external', 'internal'] as const;
export type Reach = (typeof REACHES)[number];

export const CHANNELS = ['email', 'link', 'embed', 'api'] as const;
export type Channel = (typeof CHANNELS)[number];

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When mail may leave, on the clock of the person it goes to. */
export interface SendingHours {
  /** `09:00` */
  from: string;
  /** `18:00`, after `from`. */
  to: string;
  /** Every day when left out. */
  days?: Weekday[];
}

/** How a mail begins, before the survey's own first question. */
export interface MailText {
  subject: string;
  intro: string;
}

export interface CampaignMail extends MailText {
  /** By language tag, such as `de` or `pt-BR`. */
  translations?: Record<string, MailText>;
}

/** How long nobody is asked again, in days, where a campaign does not say. */
export const DEFAULT_QUARANTINE_DAYS: Readonly<Record<CampaignKind, number>> = {
  relational: 90,
  transactional: 30,
};

/** Fewest answers that are shown together in an anonymous campaign, where it does not say. */
export const DEFAULT_MINIMUM_GROUP = 5;
