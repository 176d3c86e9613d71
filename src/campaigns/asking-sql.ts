import { audienceSql, ofAccount, type Parameters } from './audience-sql.js';
import type { Audience } from './audience.js';
import type { Channel, Reach, SendingHours } from './campaign-terms.js';
import { chanceSql, seedOf } from './chance.js';
import { daysToWait, sendingTimeSql } from './sending-time.js';

/** What decides who is asked and when, of a wave or of one that is only thought of. */
export interface Asking {
  /** Of the wave and the campaign; what they are asked by chance depends on these. */
  id: string;
  campaignId: string;
  /** What `readAudience` once read. */
  audience: object;
  reach: Reach;
  channel: Channel;
  samplingPercent: number;
  quarantineDays: number;
  sendingHours: SendingHours | null;
  timeZone: string;
  copiedProperties: string[];
  /** People are asked between these, all at once when they are the same. */
  opensAt: Date;
  asksUntil: Date;
}

/** Steps in which people are spread over a period, and over a day's hours; with no factor in common, as they are two. */
const STEPS = 1_000_000;
const HOUR_STEPS = 99_991;

/** Where candidates come from, and when each would be asked. */
export interface Candidates {
  /** Further tables that name contacts, as a join. */
  join?: string;
  where: string;
  /** SQL for a moment. */
  planned: string;
  /** The time by now. */
  now: Date;
  /** SQL for an object of what answers carry beside what is known of the person. */
  properties?: string;
}

/** SQL for when in the period of the wave a contact is asked: at the same place in every wave of a campaign. */
export function plannedSql(asking: Asking, now: Date, parameters: Parameters): string {
  const opens = parameters.add(asking.opensAt, 'timestamptz');
  const earliest = parameters.add(now, 'timestamptz');
  if (asking.asksUntil <= asking.opensAt) return `greatest(${opens}, ${earliest})`;
  const until = parameters.add(asking.asksUntil, 'timestamptz');
  return `greatest(${opens} + (${until} - ${opens}) * ${placeSql(asking, parameters)}, ${earliest})`;
}

/**
 * SQL that gives for each candidate within the audience `contact_id`, `reason` (null for those who are asked), `due_at`
 * and the `properties` their answer will carry.
 *
 * Written for millions of rows: `offset 0` keeps PostgreSQL from working out anew what is used twice, and what is
 * looked up by its key is no join, for which a tenant without statistics gets the wrong plan.
 */
export function judgedSql(
  asking: Asking,
  zones: string[],
  { join = '', where, planned, now, properties }: Candidates,
  parameters: Parameters,
): string {
  const clock = clockOf(asking, zones, parameters);
  return `
    select contact_id, due_at, properties, ${reasonSql(asking, now, parameters)} as reason
      from (select contact_id, email, properties, ${clock.due} as due_at
              from (select *, ${clock.local} as local
                      from (select contact.id as contact_id, contact.email, ${planned} as planned,
                                   ${clock.zone} as zone, ${propertiesSql(asking, properties, parameters)} as properties
                              from contact ${join}
                             where contact.tenant_id = $1 and ${where}
                               and ${audienceSql(asking.audience as Audience, asking.reach, parameters)}
                            offset 0) planned_for offset 0) on_clock offset 0) candidate
    offset 0`;
}

/** Those who cannot be asked at all come first, so that a sample is taken of the others. */
function reasonSql(asking: Asking, now: Date, parameters: Parameters): string {
  const reasons = [
    ...(asking.channel === 'email' ? [`case when email is null then 'no_address' end`] : []),
    suppressionSql(asking),
    ...(asking.quarantineDays > 0 ? [quarantineSql(asking, now, parameters)] : []),
    ...(asking.samplingPercent < 100 ? [samplingSql(asking, parameters)] : []),
  ];
  return `coalesce(${reasons.join(', ')})`;
}

/** An address mail cannot reach is no reason not to ask in another way. */
function suppressionSql({ channel }: Asking): string {
  return `(select reason from suppression where tenant_id = $1 and email = candidate.email
            ${channel === 'email' ? '' : `and reason <> 'hard_bounce'`})`;
}

/**
 * Nobody is asked twice within the days of quarantine, whichever of the two comes first. A mail that is late, for its
 * campaign is paused or its server away, is yet to come.
 */
function quarantineSql({ id, quarantineDays }: Asking, now: Date, parameters: Parameters): string {
  const wave = parameters.add(id, 'uuid');
  // Hours, for a day's length is a matter of time zones.
  const apart = `make_interval(hours => ${parameters.add(24 * quarantineDays, 'int')})`;
  return `case when exists (
      select from invitation other
       where other.tenant_id = $1 and other.contact_id = candidate.contact_id and other.wave_id <> ${wave}
         and (other.invited_at > due_at - ${apart} or (other.state = 'scheduled' and other.mail_due_at < ${parameters.add(now, 'timestamptz')}))
         and other.invited_at < due_at + ${apart}) then 'quarantine' end`;
}

function samplingSql({ id, samplingPercent }: Asking, parameters: Parameters): string {
  const seed = parameters.add(seedOf(id), 'bigint');
  return `case when ${chanceSql('contact_id', seed, 100)} >= ${parameters.add(samplingPercent, 'int')} then 'sampling' end`;
}

/** The SQL of a person's zone, of the planned moment on its clock, and of the moment at which mail may leave. */
function clockOf(
  asking: Asking,
  zones: string[],
  parameters: Parameters,
): { zone: string; local: string; due: string } {
  const hours = asking.sendingHours;
  if (!hours || asking.channel !== 'email') return { zone: 'null', local: 'null', due: 'planned' };
  // PostgreSQL refuses the whole statement for one name it does not know.
  const isKnown = `contact.time_zone = any(${parameters.add(zones, 'text[]')})`;
  const own = `case when ${isKnown} then contact.time_zone else ${parameters.add(asking.timeZone, 'text')} end`;
  const due = sendingTimeSql({
    planned: 'planned',
    local: 'local',
    zone: 'zone',
    from: parameters.add(hours.from, 'time'),
    to: parameters.add(hours.to, 'time'),
    waits: parameters.add(daysToWait(hours.days), 'int[]'),
    into:
      asking.asksUntil > asking.opensAt
        ? chanceSql('contact_id', parameters.add(seedOf(asking.campaignId), 'bigint'), HOUR_STEPS) +
          ` / ${HOUR_STEPS}::float8`
        : '0',
  });
  return { zone: own, local: 'planned at time zone zone', due };
}

function placeSql({ campaignId }: Asking, parameters: Parameters): string {
  const seed = parameters.add(seedOf(campaignId), 'bigint');
  return `(${chanceSql('contact.id', seed, STEPS)} / ${STEPS}::float8)`;
}

/** What the contact's and the account's properties both have, is the contact's; what is given beside counts most. */
function propertiesSql(
  { copiedProperties }: Asking,
  given: string | undefined,
  parameters: Parameters,
): string {
  if (copiedProperties.length === 0) return given ?? 'null::jsonb';
  const names = parameters.add(copiedProperties, 'text[]');
  const known = `coalesce(${ofAccount('properties')}, '{}') || contact.properties`;
  const copied = `(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(${known}) where key = any(${names}))`;
  return given ? `${copied} || ${given}` : copied;
}
