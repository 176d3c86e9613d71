import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { keyOf, type Page, pageOf, type PageQuery } from '../platform/http/page.js';
import type { ImportRun } from './import-run.entity.js';
import { ImportTakenOver } from './imports.errors.js';

/** Most rejected rows kept of one import; beyond it they are counted only. A file this wrong is to be mended as a whole. */
export const MAX_REJECTIONS = 10_000;

/** A row that could not be taken in, by the line of the file where it starts. */
export interface Rejection {
  line: number;
  /** Null when no single column is to blame. */
  column: string | null;
  reason: string;
}

const SELECT_REJECTIONS = `
  select line, column_name as "column", reason from import_rejection
   where tenant_id = $1 and import_id = $2 and line > $3 order by line limit $4`;

@Injectable()
export class ImportsQueries {
  constructor(private readonly database: Database) {}

  /** Keeps how far a run is. Throws `ImportTakenOver` when another runner has taken it up since. */
  async saveProgress(run: ImportRun): Promise<void> {
    const saved = await this.database.query(
      `update import_run
          set state = $4, counts = $5, bytes_done = $6, columns = $7, sample = $8, error = $9, progressed_at = $10, finished_at = $11
        where tenant_id = $1 and id = $2 and attempt = $3 and state = 'running' returning id`,
      [
        run.id,
        run.attempt,
        run.state,
        JSON.stringify(run.counts),
        run.bytesDone,
        run.columns && JSON.stringify(run.columns),
        run.sample && JSON.stringify(run.sample),
        run.error && JSON.stringify(run.error),
        run.progressedAt,
        run.finishedAt,
      ],
    );
    if (saved.length === 0) throw new ImportTakenOver();
  }

  /** Keeps rejected rows, as far as there is room beside those counted already. */
  async keepRejections(run: ImportRun, rejections: Rejection[]): Promise<void> {
    const kept = rejections.slice(0, Math.max(0, MAX_REJECTIONS - run.counts.rejected));
    if (kept.length === 0) return;
    await this.database.query(
      `insert into import_rejection (tenant_id, import_id, line, column_name, reason)
       select $1, $2, r.* from unnest($3::int[], $4::text[], $5::text[]) r`,
      [
        run.id,
        kept.map(({ line }) => line),
        kept.map(({ column }) => column),
        kept.map(({ reason }) => reason),
      ],
    );
  }

  async rejections(importId: string, query: PageQuery): Promise<Page<Rejection>> {
    const [after = 0] = keyOf(query, 1) ?? [];
    const rows = await this.database.query<Rejection>(SELECT_REJECTIONS, [importId, after, query.limit + 1]);
    return pageOf(rows, query, ({ line }) => [line]);
  }

  allRejections(importId: string): Promise<Rejection[]> {
    return this.database.query<Rejection>(SELECT_REJECTIONS, [importId, 0, MAX_REJECTIONS]);
  }

  /** Adds the next piece of an upload. */
  async addChunk(importId: string, position: number, bytes: Buffer): Promise<void> {
    await this.database.query(
      `with chunk as (
         insert into import_chunk (tenant_id, import_id, position, bytes) values ($1, $2, $3, $4))
       update import_run set bytes_total = bytes_total + length($4::bytea), progressed_at = now()
        where tenant_id = $1 and id = $2`,
      [importId, position, bytes],
    );
  }

  /** The piece of an upload at a position, counted from 0; undefined after the last. */
  async chunk(importId: string, position: number): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ bytes: Buffer }>(
      'select bytes from import_chunk where tenant_id = $1 and import_id = $2 and position = $3',
      [importId, position],
    );
    return row?.bytes;
  }

  async dropChunks(importId: string): Promise<void> {
    await this.database.query('delete from import_chunk where tenant_id = $1 and import_id = $2', [importId]);
  }

  /** Forgets uploads that stopped arriving and gives up local imports whose process is gone. */
  async sweepStalled(minutes: number): Promise<void> {
    await this.database.query(
      `delete from import_run
        where tenant_id = $1 and state = 'uploading' and progressed_at < now() - make_interval(mins => $2)`,
      [minutes],
    );
    await this.database.query(
      `update import_run set state = 'failed', finished_at = now(), error = $3
        where tenant_id = $1 and state in ('pending', 'running') and not is_upload
          and progressed_at < now() - make_interval(mins => $2)`,
      [
        minutes,
        JSON.stringify({ code: 'import.stalled', detail: 'The process that read the file is gone.' }),
      ],
    );
  }
}
