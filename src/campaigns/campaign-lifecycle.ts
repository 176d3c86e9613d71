export const CAMPAIGN_STATES = ['draft', 'running', 'paused', 'closed'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const CAMPAIGN_VERBS = ['start', 'pause', 'resume', 'close'] as const;
export type CampaignVerb = (typeof CAMPAIGN_VERBS)[number];

/** The whole life of a campaign: which verb leads from which states to which. */
export const CAMPAIGN_TRANSITIONS: Readonly<
  Record<CampaignVerb, { from: readonly CampaignState[]; to: CampaignState }>
> = {
  start: { from: ['draft'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  close: { from: ['draft', 'running', 'paused'], to: 'closed' },
};

/** The state a verb leads to, or null when a campaign in this state does not know the verb. */
export function nextState(state: CampaignState, verb: CampaignVerb): CampaignState | null {
  const { from, to } = CAMPAIGN_TRANSITIONS[verb];
  return from.includes(state) ? to : null;
}

/** In the order a campaign usually meets them. */
export function allowedVerbs(state: CampaignState): CampaignVerb[] {
  return CAMPAIGN_VERBS.filter((verb) => nextState(state, verb) !== null);
}

/** What of a campaign may be changed at all. */
export const CAMPAIGN_FIELDS = [
  'name',
  'survey',
  'kind',
  'reach',
  'isAnonymous',
  'channel',
  'audience',
  'schedule',
  'timeZone',
  'sendingHours',
  'samplingPercent',
  'quarantineDays',
  'minimumGroup',
  'copiedProperties',
  'mail',
  'origins',
] as const;
export type CampaignField = (typeof CAMPAIGN_FIELDS)[number];

/** Of a campaign that has begun: what people were told and what waves are compared by stays. */
const BEGUN: readonly CampaignField[] = [
  'name',
  'audience',
  'sendingHours',
  'samplingPercent',
  'quarantineDays',
  'mail',
  'origins',
];

/** What may change in which state. */
export const CHANGEABLE: Readonly<Record<CampaignState, readonly CampaignField[]>> = {
  draft: CAMPAIGN_FIELDS,
  running: BEGUN,
  paused: BEGUN,
  closed: ['name'],
};
