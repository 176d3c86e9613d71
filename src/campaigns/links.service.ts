import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { CONFIG } from '../platform/config.module.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { type Link, type LinkKind, NOBODY, readLink, sealLink } from './link.js';

const KEY_BYTES = 32;

/** Makes and reads the links that people are sent. The tenant is the one whose transaction is open. */
@Injectable()
export class LinksService {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'secretKey' | 'publicUrl'>) {
    this.key = Buffer.from(hkdfSync('sha256', config.secretKey, '', 'heed links', KEY_BYTES));
  }

  personal(waveId: string, contactId: string): string {
    return this.seal('personal', waveId, contactId);
  }

  open(waveId: string): string {
    return this.seal('open', waveId, NOBODY);
  }

  visitor(waveId: string, sheetId: string): string {
    return this.seal('visitor', waveId, sheetId);
  }

  draw(waveId: string): string {
    return this.seal('draw', waveId, NOBODY);
  }

  ticket(waveId: string, entryId: string): string {
    return this.seal('ticket', waveId, entryId);
  }

  unsubscribe(waveId: string, contactId: string): string {
    return this.seal('unsubscribe', waveId, contactId);
  }

  ballot(waveId: string, ballot: string): string {
    return this.seal('ballot', waveId, ballot);
  }

  bounce(waveId: string, contactId: string): string {
    return this.seal('bounce', waveId, contactId);
  }

  /** What a link says; null when it is not one of this installation's. */
  read(token: string): Link | null {
    return readLink(this.key, token);
  }

  /** A link that was read before, as it stands in a URL. */
  tokenOf(link: Link): string {
    return sealLink(this.key, link);
  }

  /** Where a page of Heed is found from outside; `path` begins with a slash. */
  urlOf(path: string): string {
    return this.config.publicUrl + path;
  }

  private seal(kind: LinkKind, waveId: string, subject: string): string {
    return sealLink(this.key, { kind, tenantId: currentTransaction().tenantId, waveId, subject });
  }
}
