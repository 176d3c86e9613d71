/** Silence is one of these, never an answer: an invitation that nothing came back for is at last `expired`. */
export const INVITATION_STATES = [
  'scheduled',
  'sent',
  'delivered',
  'bounced',
  'opened',
  'started',
  'answered',
  'expired',
  'suppressed',
  'not_sampled',
] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** What can happen to an invitation, by the state it then has. */
export const STEPS = ['sent', 'delivered', 'bounced', 'opened', 'started', 'answered', 'expired'] as const;
export type Step = (typeof STEPS)[number];

/** The states of those somebody asked and has no last word of. */
const UNDERWAY: readonly InvitationState[] = ['scheduled', 'sent', 'delivered', 'opened', 'started'];

/**
 * From which states a step leads on. From all others nothing changes but the note of when it happened, for mail events
 * come late, twice and in any order. Whoever opens a page was reached, whatever a mail server said; and an answer that
 * was given before the wave closed counts, even if it comes to be known after.
 */
export const LEADS_ON_FROM: Readonly<Record<Step, readonly InvitationState[]>> = {
  sent: ['scheduled'],
  delivered: ['scheduled', 'sent'],
  bounced: ['scheduled', 'sent', 'delivered'],
  opened: ['scheduled', 'sent', 'delivered', 'bounced'],
  started: ['scheduled', 'sent', 'delivered', 'bounced', 'opened'],
  answered: ['scheduled', 'sent', 'delivered', 'bounced', 'opened', 'started', 'expired'],
  expired: UNDERWAY,
};

/** The state after a step. */
export function stateAfter(state: InvitationState, step: Step): InvitationState {
  return LEADS_ON_FROM[step].includes(state) ? step : state;
}

/** Whether an answer is still hoped for. */
export function isUnderway(state: InvitationState): boolean {
  return UNDERWAY.includes(state);
}
