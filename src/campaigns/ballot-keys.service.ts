import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Secrets } from '../platform/secrets.js';

const KEY_BYTES = 32;

/** The keys of anonymous waves, by which alone it can be told whose a ballot is: there while the wave is open. */
@Injectable()
export class BallotKeysService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  async make(waveId: string): Promise<Buffer> {
    const key = randomBytes(KEY_BYTES);
    const sealed = this.secrets.seal(key.toString('hex'), placeOf(waveId));
    await this.database.query('update wave set ballot_key = $3 where tenant_id = $1 and id = $2', [
      waveId,
      sealed,
    ]);
    return key;
  }

  /** Null before the wave is open, and once it is closed. */
  async of(waveId: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ sealed: Buffer | null }>(
      'select ballot_key as sealed from wave where tenant_id = $1 and id = $2',
      [waveId],
    );
    return row?.sealed ? Buffer.from(this.secrets.open(row.sealed, placeOf(waveId)), 'hex') : null;
  }

  async destroy(waveId: string): Promise<void> {
    await this.database.query('update wave set ballot_key = null where tenant_id = $1 and id = $2', [waveId]);
  }
}

function placeOf(waveId: string): string {
  return `wave/${waveId}/ballots`;
}
