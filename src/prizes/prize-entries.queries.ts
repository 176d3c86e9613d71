import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** An entry once no more are taken. */
export interface SealedEntry {
  id: string;
  digest: string;
  sealed: Buffer;
}

/** SQL for entries. */
@Injectable()
export class PrizeEntriesQueries {
  constructor(private readonly database: Database) {}

  /** False when the address entered by another ticket. Who uses a ticket again means another address. */
  async insert(
    waveId: string,
    { id, addressMac, sealed }: { id: string; addressMac: Buffer; sealed: Buffer },
  ): Promise<boolean> {
    const rows = await this.database.query(
      `insert into prize_entry (tenant_id, id, wave_id, address_mac, sealed)
       select $1, $2::uuid, $3, $4, $5
        where not exists (
          select from prize_entry where tenant_id = $1 and wave_id = $3 and address_mac = $4 and id <> $2::uuid)
       on conflict on constraint prize_entry_pk
          do update set address_mac = excluded.address_mac, sealed = excluded.sealed
       returning id`,
      [id, waveId, addressMac, sealed],
    );
    return rows.length === 1;
  }

  /** Takes out some that have no digest yet. */
  async takeUnsealed(waveId: string, limit: number): Promise<Buffer[]> {
    const rows = await this.database.query<{ sealed: Buffer }>(
      `delete from prize_entry
        where tenant_id = $1 and id in (
          select id from prize_entry
           where tenant_id = $1 and wave_id = $2 and digest is null order by id limit $3)
        returning sealed`,
      [waveId, limit],
    );
    return rows.map(({ sealed }) => sealed);
  }

  async insertSealed(waveId: string, entries: SealedEntry[]): Promise<void> {
    await this.database.query(
      `insert into prize_entry (tenant_id, wave_id, id, digest, sealed)
       select $1, $2, e.* from unnest($3::uuid[], $4::text[], $5::bytea[]) e`,
      [
        waveId,
        entries.map(({ id }) => id),
        entries.map(({ digest }) => digest),
        entries.map(({ sealed }) => sealed),
      ],
    );
  }

  /** Sorted. */
  async digests(waveId: string): Promise<string[]> {
    const rows = await this.database.query<{ digest: string }>(
      `select digest from prize_entry
        where tenant_id = $1 and wave_id = $2 and digest is not null order by digest collate "C"`,
      [waveId],
    );
    return rows.map(({ digest }) => digest);
  }

  byDigests(waveId: string, digests: readonly string[]): Promise<{ digest: string; sealed: Buffer }[]> {
    return this.database.query<{ digest: string; sealed: Buffer }>(
      `select digest, sealed from prize_entry where tenant_id = $1 and wave_id = $2 and digest = any($3::text[])`,
      [waveId, digests],
    );
  }

  async delete(waveId: string): Promise<number> {
    const rows = await this.database.query(
      'delete from prize_entry where tenant_id = $1 and wave_id = $2 returning id',
      [waveId],
    );
    return rows.length;
  }
}
