import type { Problem } from '../platform/errors.js';
import { isTimeZone } from '../platform/time-zone.js';
import { readAudience } from './audience.js';
import {
  type CampaignKind,
  type CampaignMail,
  type Channel,
  DEFAULT_MINIMUM_GROUP,
  DEFAULT_QUARANTINE_DAYS,
  type Reach,
  type SendingHours,
} from './campaign-terms.js';
import { mailProblems } from './mail-text.js';
import { type Schedule, scheduleProblems } from './schedule.js';

/** All that a person decides about a campaign. */
export interface CampaignDraft {
  name: string;
  /** Key of the survey. */
  survey: string;
  kind: CampaignKind;
  reach: Reach;
  isAnonymous: boolean;
  channel: Channel;
  audience: object;
  schedule: Schedule;
  timeZone: string;
  sendingHours: SendingHours | null;
  samplingPercent: number;
  quarantineDays: number;
  minimumGroup: number;
  copiedProperties: string[];
  mail: CampaignMail | null;
  origins: string[];
}

/** What must be decided; everything else has a default. */
export type NewCampaign = Pick<CampaignDraft, 'name' | 'survey' | 'kind' | 'channel' | 'schedule'> &
  Partial<CampaignDraft>;

export function withDefaults(fields: NewCampaign): CampaignDraft {
  return {
    reach: 'external',
    isAnonymous: false,
    audience: { always: true },
    timeZone: 'UTC',
    sendingHours: null,
    samplingPercent: 100,
    quarantineDays: DEFAULT_QUARANTINE_DAYS[fields.kind],
    minimumGroup: DEFAULT_MINIMUM_GROUP,
    copiedProperties: [],
    mail: null,
    origins: [],
    ...fields,
  };
}

/** What keeps a draft from being a campaign that may begin after `now`; shapes are checked before. Never throws. */
export function* draftProblems(draft: CampaignDraft, now: Date): Iterable<Problem> {
  if (isTimeZone(draft.timeZone)) yield* scheduleProblems(draft.schedule, draft.timeZone, now);
  else yield { pointer: '/timeZone', detail: 'must be an IANA time zone such as Europe/Berlin, or UTC' };
  yield* anonymityProblems(draft);
  yield* lastingProblems(draft);
}

/** As `draftProblems`, of what may change while a campaign runs. Its schedule has begun and is not asked about. */
export function* lastingProblems({
  audience,
  sendingHours,
  mail,
  channel,
  origins,
}: CampaignDraft): Iterable<Problem> {
  const reading = readAudience(audience, '/audience');
  if (!reading.ok) yield* reading.problems;
  if (sendingHours && sendingHours.from >= sendingHours.to)
    yield { pointer: '/sendingHours/to', detail: 'must be later than from, on the same day' };
  if (mail !== null) yield* mailProblems(mail);
  if (channel === 'email' && mail === null)
    yield { pointer: '/mail', detail: 'must be given for the channel email' };
  if (channel !== 'email' && mail !== null)
    yield { pointer: '/mail', detail: 'is for the channel email only' };
  if (channel === 'embed' && origins.length === 0)
    yield {
      pointer: '/origins',
      detail: 'must name where the survey may be embedded, such as https://app.example.com',
    };
  for (const [i, origin] of origins.entries()) {
    if (!isOrigin(origin))
      yield {
        pointer: `/origins/${i}`,
        detail: 'must be an origin such as https://app.example.com, without a path',
      };
  }
}

/** Who is asked alone, at a time of their own, is known by the time of the answer. */
function* anonymityProblems({ isAnonymous, schedule, channel }: CampaignDraft): Iterable<Problem> {
  if (!isAnonymous) return;
  const because =
    'an anonymous campaign asks everybody at once, or the moment of an answer would tell whose it is';
  if (schedule.type === 'triggered')
    yield { pointer: '/schedule/type', detail: `must not be triggered: ${because}` };
  if (schedule.type === 'recurring' && schedule.spread === 'evenly')
    yield { pointer: '/schedule/spread', detail: `must be at_once: ${because}` };
  if (channel === 'api')
    yield { pointer: '/channel', detail: 'must not be api: whoever calls it knows who answers' };
}

/** A host of letters, digits, `.` and `-` only: origins become part of a header, where `;` and `*` mean more. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
