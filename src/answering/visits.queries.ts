import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Properties } from '../platform/properties.js';
import type { Answer } from '../surveys/answers.js';

/** What is known of whoever follows a link. */
export interface Visitor {
  /** Whether there is the contact, and an invitation of theirs. */
  isKnown: boolean;
  isInvited: boolean;
  language: string | null;
  /** Of the invitation. */
  properties: Properties | null;
  sheet: KnownSheet | null;
}

export interface KnownSheet {
  answers: Record<string, Answer>;
  language: string | null;
  submissions: number;
}

const SHEET = `case when s.id is not null then jsonb_build_object(
                 'answers', s.answers, 'language', s.language, 'submissions', s.submissions) end as sheet`;

const INVITED = {
  name: 'answering.invited',
  sql: `
  select c.id is not null as "isKnown", i.contact_id is not null as "isInvited", c.language, i.properties, ${SHEET}
    from (select $1::uuid as tenant_id) t
    left join contact c on c.tenant_id = t.tenant_id and c.id = $3
    left join invitation i on i.tenant_id = t.tenant_id and i.contact_id = $3 and i.wave_id = $2
    left join answer_sheet s on s.tenant_id = t.tenant_id and s.wave_id = $2 and s.contact_id = $3`,
};

const ANYBODY = {
  name: 'answering.anybody',
  sql: `
  select true as "isKnown", true as "isInvited", null as language, null::jsonb as properties, ${SHEET}
    from (select $1::uuid as tenant_id) t
    left join answer_sheet s on s.tenant_id = t.tenant_id and s.id = $3 and s.wave_id = $2`,
};

/** SQL for following links. */
@Injectable()
export class VisitsQueries {
  constructor(private readonly database: Database) {}

  async invited(waveId: string, contactId: string): Promise<Visitor> {
    const [visitor] = await this.database.query<Visitor>(INVITED, [waveId, contactId]);
    return visitor!;
  }

  async anybody(waveId: string, sheetId: string): Promise<Visitor> {
    const [visitor] = await this.database.query<Visitor>(ANYBODY, [waveId, sheetId]);
    return visitor!;
  }
}
