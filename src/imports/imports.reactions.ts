import { Injectable } from '@nestjs/common';
import type { Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { ImportTakenOver } from './imports.errors.js';
import { ImportRequested } from './imports.events.js';
import { ImportsService } from './imports.service.js';
import { UploadsService } from './uploads.service.js';

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
        // Whoever took it over holds its outbox row as well, and will settle it.
        if (!(error instanceof ImportTakenOver)) throw error;
      }
    }
  }
}
