import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { type Asking, judgedSql, plannedSql } from './asking-sql.js';
import { Parameters } from './audience-sql.js';
import { ballotDigestSql } from './ballot.js';
import type { Invitee } from './invitee.js';

/** Any number nobody else uses: it sets this lock apart from others on the same tenant. */
const ASKING_LOCK = 4_873_302;

/** One statement makes the ballots of a whole wave, so that their order says nothing. */
const WHOLE_WAVE_TIMEOUT_MS = 3_600_000;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** SQL that asks many people at once. */
@Injectable()
export class LaunchQueries {
  private zones: Promise<string[]> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets one transaction of a tenant decide at a time who is asked: what two decide at the same moment, neither sees
   * of the other, and a person could be asked twice within their quarantine, or in spite of being suppressed.
   */
  async lockAsking(): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock($2, hashtext($1::uuid::text))`, [ASKING_LOCK]);
  }

  /** The names of time zones PostgreSQL knows, which takes it a moment to tell. */
  knownZones(): Promise<string[]> {
    this.zones ??= this.database
      .query<{ name: string }>('select name from pg_timezone_names where $1::uuid is not null')
      .then((rows) => rows.map(({ name }) => name));
    this.zones.catch(() => (this.zones = undefined));
    return this.zones;
  }

  /** How far a wave has been launched; keeps others from going on with it meanwhile. Undefined when it is over. */
  async lockProgress(waveId: string): Promise<{ upTo: string | null } | undefined> {
    const [row] = await this.database.query<{ upTo: string | null }>(
      `select launched_up_to as "upTo" from wave
        where tenant_id = $1 and id = $2 and state = 'launching' for no key update`,
      [waveId],
    );
    return row;
  }

  /** The last of the next contacts in the order of their ids; null when there are none. */
  async endOfChunk(after: string | null, contacts: number): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from (select id from contact where tenant_id = $1 and id > $2 order by id limit $3) chunk
        order by id desc limit 1`,
      [after ?? NOBODY, contacts],
    );
    return row?.id ?? null;
  }

  /**
   * Invites the audience among the contacts after one up to another. While a wave is launching nobody else invites in
   * it, and whoever launches it holds its row: there is nothing to be in conflict with, and to ask for it costs a fifth.
   */
  async invite(asking: Asking, after: string | null, upTo: string): Promise<void> {
    const parameters = new Parameters(6);
    const now = this.clock.now();
    const planned = plannedSql(asking, now, parameters);
    const where = 'contact.id > $3 and contact.id <= $4';
    const judged = judgedSql(asking, await this.knownZones(), { where, planned, now }, parameters);
    const fixed = [asking.id, after ?? NOBODY, upTo, asking.channel === 'email'];
    await this.database.query(insertOf(judged), [...fixed, ...parameters.values]);
  }

  /** Invites single contacts, each at a time of their own. Returns those of whom it was decided now. */
  async inviteEach(asking: Asking, invitees: Invitee[]): Promise<string[]> {
    const parameters = new Parameters(7);
    const join = `join unnest($3::uuid[], $4::timestamptz[], $6::jsonb[])
                    as given (contact_id, due_at, properties) on given.contact_id = contact.id`;
    const given = { planned: 'given.due_at', properties: 'given.properties' };
    const candidates = { join, where: 'true', now: this.clock.now(), ...given };
    const judged = judgedSql(asking, await this.knownZones(), candidates, parameters);
    const rows = await this.database.query<{ contactId: string }>(
      `${insertOf(judged)} ${DECIDED_ANEW} returning contact_id as "contactId"`,
      [
        asking.id,
        invitees.map(({ contactId }) => contactId),
        invitees.map(({ dueAt }) => dueAt),
        asking.channel === 'email',
        invitees.map(({ properties }) => JSON.stringify(properties ?? {})),
        ...parameters.values,
      ],
    );
    return rows.map(({ contactId }) => contactId);
  }

  async saveProgress(waveId: string, upTo: string): Promise<void> {
    await this.database.query('update wave set launched_up_to = $3 where tenant_id = $1 and id = $2', [
      waveId,
      upTo,
    ]);
  }

  /** Lets the statements of this transaction take as long as a whole wave takes. */
  async allowWholeWave(): Promise<void> {
    await this.database.query(`select set_config('statement_timeout', $2, true) where $1::uuid is not null`, [
      String(WHOLE_WAVE_TIMEOUT_MS),
    ]);
  }

  /**
   * Takes the copied properties from everybody who shares all of them with too few: a ballot, which carries them, must
   * not say whose it is. Should those without be too few themselves, the smallest group joins them.
   */
  async blankSmallGroups(waveId: string, minimumGroup: number): Promise<void> {
    await this.database.query(
      `with asked as (
         select coalesce(properties, '{}') as properties, count(*) as people from invitation
          where tenant_id = $1 and wave_id = $2 and state = 'scheduled' group by 1),
       judged as (select *, people < $3::int or properties = '{}' as is_blank from asked),
       joining as (
         select properties from judged
          where not is_blank and (select sum(people) from judged where is_blank) between 1 and $3::int - 1
          order by people, properties limit 1)
       update invitation i set properties = '{}' from judged
        where i.tenant_id = $1 and i.wave_id = $2 and i.state = 'scheduled'
          and i.properties = judged.properties and i.properties <> '{}'
          and (is_blank or judged.properties in (select properties from joining))`,
      [waveId, minimumGroup],
    );
  }

  /** Makes the ballots of everybody who is asked. In the order of their digests, which is nobody's. */
  async makeBallots(waveId: string, key: Buffer): Promise<void> {
    await this.database.query(
      `insert into ballot (tenant_id, wave_id, digest, properties)
       select $1, $2, ${ballotDigestSql('$3::bytea', 'contact_id')} as digest, coalesce(properties, '{}')
         from invitation where tenant_id = $1 and wave_id = $2 and state = 'scheduled'
        order by digest`,
      [waveId, key],
    );
  }
}

/** `$2` is the wave and `$5` whether it is asked by mail. */
function insertOf(judged: string): string {
  return `
    insert into invitation (tenant_id, contact_id, wave_id, state, reason, properties, mail_due_at, invited_at)
    select $1, contact_id, $2,
           case when reason is null then 'scheduled' when reason = 'sampling' then 'not_sampled' else 'suppressed' end,
           reason, case when reason is null then properties end,
           case when reason is null and $5 then due_at end, case when reason is null then due_at end
      from (${judged}) judged`;
}

/** Whoever was left out for now may be asked once nothing stands in the way. */
const DECIDED_ANEW = `
  on conflict (tenant_id, contact_id, wave_id) do update
     set state = excluded.state, reason = excluded.reason, properties = excluded.properties,
         mail_due_at = excluded.mail_due_at, invited_at = excluded.invited_at
   where invitation.state = 'suppressed' and excluded.state = 'scheduled'`;
