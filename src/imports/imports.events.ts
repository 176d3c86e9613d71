import { Fact } from '../platform/events/event.js';

/** A file is uploaded whole and waits to be read. */
@Fact('import.requested')
export class ImportRequested {
  constructor(
    readonly importId: string,
    /** Who reads it does so outside of any tenant's transaction. */
    readonly tenantId: string,
  ) {}
}

@Fact('import.completed', { published: true })
export class ImportCompleted {
  constructor(
    readonly importId: string,
    readonly kind: string,
    readonly imported: number,
    readonly duplicates: number,
    readonly skipped: number,
    readonly rejected: number,
  ) {}
}

@Fact('import.failed', { published: true })
export class ImportFailed {
  constructor(
    readonly importId: string,
    readonly code: string,
  ) {}
}
