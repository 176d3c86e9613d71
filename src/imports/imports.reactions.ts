import { Injectable } from '@nestjs/common';
import type { Recorded } from '../platform/events/event.js';
import { CallAgain, On } from '../platform/events/on.js';
import { ImportTakenOver } from './imports.errors.js';
import { ImportRequested } from './imports.events.js';
import { ImportsService } from './imports.service.js';
import { UploadsService } from './uploads.service.js';

/** When to see whether the process that has taken an import over has ended it, in milliseconds. */
const LOOK_AGAIN_MS = 60_000;

@Injectable()
export class ImportsReactions {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: UploadsService,
  ) {}

  /** Takes longer than any transaction should, hence outside of one; every batch of rows has its own. */
  @On(ImportRequested, { outside: true })
  async carryOut(requested: Recorded<ImportRequested>[]): Promise<void> {
    for (const { data } of requested) {
      const { tenantId, importId } = data;
      try {
        await this.imports.carryOut(tenantId, importId, this.uploads.read(tenantId, importId));
      } catch (error) {
        if (error instanceof ImportTakenOver) throw new CallAgain(new Date(Date.now() + LOOK_AGAIN_MS));
        throw error;
      }
    }
  }
}
