/** Once, in a dated window. Times are local to the campaign's time zone, such as `2026-12-01T09:00`. */
export interface OnceSchedule {
  type: 'once';
  /** When the campaign is started, where left out. */
  opens?: string;
  /** Either this or `lastsDays`. */
  closes?: string;
  lastsDays?: number;
  remindAfterDays?: number[];
}

/** Every so many months, to everybody at once or evenly over the months. */
export interface RecurringSchedule {
  type: 'recurring';
  everyMonths: number;
  firstOpens: string;
  lastsDays: number;
  spread: 'evenly' | 'at_once';
  remindAfterDays?: number[];
}

/** Each person when an event happens to them; what happens in one calendar month is one wave. */
export interface TriggeredSchedule {
  type: 'triggered';
  event: string;
  delayMinutes?: number;
  lastsDays: number;
  remindAfterDays?: number[];
}

export type Schedule = OnceSchedule | RecurringSchedule | TriggeredSchedule;
