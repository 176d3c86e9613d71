import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Properties } from '../platform/properties.js';
import type { Answer } from '../surveys/answers.js';

/** A sheet as it is written to. */
export interface SheetRow {
  id: string;
  waveId: string;
  contactId: string | null;
  answers: Record<string, Answer>;
  language: string | null;
  channel: string;
  properties: Properties;
  responseId: string | null;
  submissions: number;
  changedAt: Date;
}

/** Answers on their way to a sheet. */
export interface SheetWriting extends Pick<SheetRow, 'id' | 'waveId' | 'contactId' | 'answers' | 'channel'> {
  language: string;
  properties: Properties;
  at: Date;
  restsAt: Date | null;
  /** How often the answers had been sent when the page they come from was shown; null when they are being sent now. */
  submissions: number | null;
}

const COLUMNS = `id, wave_id as "waveId", contact_id as "contactId", answers, language, channel, properties,
                 response_id as "responseId", submissions, changed_at as "changedAt"`;

/**
 * One row a person and wave, whoever comes first; it stays locked, so that posts at the same moment queue up here. What
 * was given before the answers were last sent comes too late to change them.
 */
const WRITE = (person: string) => `
  insert into answer_sheet (tenant_id, id, wave_id, contact_id, answers, language, channel, properties, first_at, changed_at,
                            rests_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, 1)
  on conflict (${person}) do update
     set answers = excluded.answers, language = excluded.language, changed_at = excluded.changed_at,
         rests_at = excluded.rests_at, version = answer_sheet.version + 1
   where answer_sheet.wave_id = excluded.wave_id and ($11::int is null or answer_sheet.submissions = $11)
  returning ${COLUMNS}, version = 1 as "isNew"`;
const WRITE_OWN = { name: 'answer_sheet.write_own', sql: WRITE('tenant_id, wave_id, contact_id') };
const WRITE_VISITOR = { name: 'answer_sheet.write_visitor', sql: WRITE('tenant_id, id') };

const BECOME = {
  name: 'answer_sheet.become',
  sql: `
  update answer_sheet s set response_id = coalesce(r.response_id, s.response_id), rests_at = null,
         submissions = s.submissions + $4, version = s.version + 1
    from unnest($2::uuid[], $3::uuid[]) r (sheet_id, response_id)
   where s.tenant_id = $1 and s.id = r.sheet_id`,
};

/** SQL for answer sheets. */
@Injectable()
export class SheetsQueries {
  constructor(private readonly database: Database) {}

  /** Writes the answers down and locks the sheet; null when they came too late. */
  async write(sheet: SheetWriting): Promise<(SheetRow & { isNew: boolean }) | null> {
    const [written] = await this.database.query<SheetRow & { isNew: boolean }>(
      sheet.contactId ? WRITE_OWN : WRITE_VISITOR,
      [
        sheet.id,
        sheet.waveId,
        sheet.contactId,
        JSON.stringify(sheet.answers),
        sheet.language,
        sheet.channel,
        JSON.stringify(sheet.properties),
        sheet.at,
        sheet.restsAt,
        sheet.submissions,
      ],
    );
    return written ?? null;
  }

  /** The sheets have become these responses; `isSent` when by the person's own hand. */
  async become(responses: { sheetId: string; responseId: string | null }[], isSent: boolean): Promise<void> {
    await this.database.query(BECOME, [
      responses.map(({ sheetId }) => sheetId),
      responses.map(({ responseId }) => responseId),
      isSent ? 1 : 0,
    ]);
  }

  /** Sheets that have rested long enough, or whose wave takes no more answers; locked, others' left out. */
  claimRested(now: Date, limit: number): Promise<SheetRow[]> {
    return this.database.query<SheetRow>(
      `select ${COLUMNS} from answer_sheet s
        where tenant_id = $1 and rests_at is not null
          and (rests_at <= $2 or exists (
                select from wave w where w.tenant_id = $1 and w.id = s.wave_id and (w.state = 'closed' or w.closes_at <= $2)))
        order by rests_at limit $3 for update of s skip locked`,
      [now, limit],
    );
  }
}
