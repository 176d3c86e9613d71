import { Injectable } from '@nestjs/common';
import { digestOf } from '../campaigns/ballot.js';
import { Database } from '../platform/database/database.js';

/**
 * The wave is held while an answer goes in, so that none comes after the box was emptied for the last time. Only the
 * ballot's own properties go along: nothing here knows a contact.
 */
const CAST = {
  name: 'ballot.cast',
  sql: `
  with taking as (
    select id from wave where tenant_id = $1 and id = $2 and state in ('launching', 'open') for share),
  used as (
    delete from ballot
     where tenant_id = $1 and wave_id = $2 and digest = $3 and exists (select from taking)
    returning properties)
  insert into sealed_answer (tenant_id, id, wave_id, answers, properties)
  select $1, $4, $2, $5, coalesce((select properties from used), '{}')
    from taking where $3::bytea is null or exists (select from used)
  returning wave_id`,
};

const IS_OPEN = {
  name: 'ballot.is_open',
  sql: 'select wave_id from ballot where tenant_id = $1 and wave_id = $2 and digest = $3',
};

/** SQL for ballots and what is put in the box. */
@Injectable()
export class BallotsQueries {
  constructor(private readonly database: Database) {}

  async isOpen(waveId: string, ballot: string): Promise<boolean> {
    return (await this.database.query(IS_OPEN, [waveId, digestOf(ballot)])).length > 0;
  }

  async cast(
    waveId: string,
    ballot: string | null,
    { id, answers }: { id: string; answers: Buffer },
  ): Promise<boolean> {
    const digest = ballot === null ? null : digestOf(ballot);
    return (await this.database.query(CAST, [waveId, digest, id, answers])).length > 0;
  }
}
