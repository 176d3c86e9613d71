import type { Properties } from '../platform/properties.js';

/** Somebody to ask, and when. */
export interface Invitee {
  contactId: string;
  dueAt: Date;
  /** What the answer carries beside what is known of the person. */
  properties?: Properties;
}
