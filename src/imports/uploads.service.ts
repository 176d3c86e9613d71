import { createHash } from 'node:crypto';
import { BadRequestException, Inject, Injectable, PayloadTooLargeException } from '@nestjs/common';
import type { Config } from '../config.js';
import { CONFIG } from '../platform/config.module.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { OnClock } from '../platform/schedule.js';
import { ImportRun } from './import-run.entity.js';
import { ImportFileMissing } from './imports.errors.js';
import { ImportRequested } from './imports.events.js';
import { ImportsQueries } from './imports.queries.js';

/** Uploads are kept in pieces of this size, so that neither side ever holds a whole file. */
const CHUNK_BYTES = 1024 * 1024;
/** An upload or a local import that has not moved on for so long never will. */
const STALLED_MINUTES = 60;

/** Files on their way from the request that brings them to the worker that reads them. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ImportsQueries,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Keeps a file piece by piece, each in a transaction of its own. Returns its SHA-256. */
  async keep({ tenantId, id }: ImportRun, stream: AsyncIterable<Buffer>): Promise<string> {
    const hash = createHash('sha256');
    let position = 0;
    for await (const chunk of this.chunksOf(stream)) {
      hash.update(chunk);
      await this.database.inTenant(tenantId, () => this.queries.addChunk(id, position, chunk));
      position++;
    }
    if (position === 0) throw new ImportFileMissing();
    return hash.digest('hex');
  }

  /** The file is whole: a worker may read it. */
  async finish(id: string): Promise<ImportRun> {
    const run = await this.database.repository(ImportRun).lockOne({ id });
    if (run?.state !== 'uploading') throw new BadRequestException('The upload took too long.');
    run.state = 'pending';
    this.events.record(new ImportRequested(id, run.tenantId));
    return this.database.repository(ImportRun).save(run);
  }

  /** Leaves nothing of an upload that did not arrive whole. */
  async discard({ tenantId, id }: ImportRun): Promise<void> {
    await this.database.inTenant(tenantId, () => this.database.repository(ImportRun).delete({ id }));
  }

  /** The file as it was uploaded. */
  async *read(tenantId: string, id: string): AsyncGenerator<Buffer, void> {
    for (let position = 0; ; position++) {
      const work = () => this.queries.chunk(id, position);
      const chunk = await this.database.inTenant(tenantId, work, { readOnly: true });
      if (chunk === undefined) return;
      yield chunk;
    }
  }

  @OnClock('import.sweep_stalled')
  sweepStalled(): Promise<void> {
    return this.queries.sweepStalled(STALLED_MINUTES);
  }

  private async *chunksOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
    const limit = this.config.importLimitBytes;
    let waiting: Buffer[] = [];
    let waitingBytes = 0;
    let bytes = 0;
    for await (const piece of arriving(stream)) {
      bytes += piece.length;
      if (bytes > limit) throw new PayloadTooLargeException(`The file is larger than ${limit} bytes.`);
      waiting.push(piece);
      waitingBytes += piece.length;
      if (waitingBytes < CHUNK_BYTES) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      waitingBytes = 0;
    }
    if (waitingBytes > 0) yield Buffer.concat(waiting);
  }
}

async function* arriving(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  try {
    for await (const piece of stream) yield piece;
  } catch {
    throw new BadRequestException('The upload ended before it was whole.');
  }
}
