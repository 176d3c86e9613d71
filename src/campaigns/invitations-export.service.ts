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

  /** Throws what there is to throw before the first line, when it can still be said. */
  async lines(tenantId: string, waveId: string, filter: InvitationFilter): Promise<AsyncGenerator<string>> {
    const read = (after: string | null) =>
      this.database.inTenant(tenantId, () => this.queries.page(waveId, filter, after, BATCH), {
        readOnly: true,
        isWalk: true,
      });
    await this.database.inTenant(tenantId, () => this.waves.get(waveId), { readOnly: true });
    return linesOf(await read(null), read);
  }
}

/** Each batch is read in a transaction of its own: a slow reader must not hold one open. */
async function* linesOf(
  first: InvitationRecord[],
  read: (after: string) => Promise<InvitationRecord[]>,
): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  for (let rows = first; ; rows = await read(rows.at(-1)!.contactId)) {
    yield rows.map((row) => csvLine(COLUMNS.map((column) => cellOf(row[column])))).join('');
    if (rows.length < BATCH) return;
  }
}

function cellOf(value: string | Date | null): string | null {
  return value instanceof Date ? value.toISOString() : value;
}
