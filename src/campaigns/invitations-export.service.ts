import { Injectable } from '@nestjs/common';
import { csvLine } from '../platform/csv/write-csv.js';
import { Database } from '../platform/database/database.js';
import { type InvitationFilter, type InvitationRecord, InvitationsQueries } from './invitations.queries.js';
import { WavesService } from './waves.service.js';

/** Invitations read at once: an export of a million holds no more than these in memory. */
const BATCH = 5_000;

const COLUMNS = [
  'contactId',
  'state',
  'reason',
  'invitedAt',
  'sentAt',
  'deliveredAt',
  'bouncedAt',
  'openedAt',
  'startedAt',
  'answeredAt',
] as const satisfies (keyof InvitationRecord)[];

/** The invitations of a wave as a file, however many they are. */
@Injectable()
export class InvitationsExport {
  constructor(
    private readonly database: Database,
    private readonly queries: InvitationsQueries,
    private readonly waves: WavesService,
  ) {}

  /** Throws when there is no such wave, before the first line. */
  async lines(tenantId: string, waveId: string, filter: InvitationFilter): Promise<AsyncGenerator<string>> {
    await this.database.inTenant(tenantId, () => this.waves.get(waveId), { readOnly: true });
    return this.linesOf(tenantId, waveId, filter);
  }

  /** Each batch in a transaction of its own: a slow reader must not hold one open. */
  private async *linesOf(tenantId: string, waveId: string, filter: InvitationFilter): AsyncGenerator<string> {
    yield csvLine(COLUMNS);
    for (let after: string | null = null; ;) {
      const read: () => Promise<InvitationRecord[]> = () => this.queries.page(waveId, filter, after, BATCH);
      const rows = await this.database.inTenant(tenantId, read, { readOnly: true });
      yield rows.map((row) => csvLine(COLUMNS.map((column) => cellOf(row[column])))).join('');
      if (rows.length < BATCH) return;
      after = rows.at(-1)!.contactId;
    }
  }
}

function cellOf(value: string | Date | null): string | null {
  return value instanceof Date ? value.toISOString() : value;
}
