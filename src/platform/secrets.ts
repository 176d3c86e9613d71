import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { CONFIG } from './config.module.js';

/** Tells how a secret was sealed, so that another way can be added without guessing at old rows. */
const FORMAT = 1;
const CIPHER = 'aes-256-gcm';
/** As NIST SP 800-38D recommends for GCM; random, for far fewer than 2^32 secrets. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key is another one, or the sealed bytes were changed or moved. */
export class SecretUnreadable extends Error {
  constructor(place: string) {
    super(`The secret of ${place} cannot be read: is HEED_SECRET_KEY the key it was stored with?`);
    this.name = 'SecretUnreadable';
  }
}

/**
 * Keeps secrets that must be known again, such as those that sign webhooks, unreadable in the database and
 * its backups. A secret is bound to its place, so that one cannot be copied into another's row.
 */
@Injectable()
export class Secrets {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'secretKey'>) {}

  seal(secret: string, place: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.config.secretKey, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws `SecretUnreadable` unless it was sealed with the same key for the same place. */
  open(sealed: Buffer, place: string): string {
    const nonceEnd = 1 + NONCE_BYTES;
    const tagEnd = nonceEnd + TAG_BYTES;
    if (sealed[0] !== FORMAT || sealed.length < tagEnd) throw new SecretUnreadable(place);
    const nonce = sealed.subarray(1, nonceEnd);
    const decipher = createDecipheriv(CIPHER, this.config.secretKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(nonceEnd, tagEnd));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(tagEnd)), decipher.final()]).toString('utf8');
    } catch {
      throw new SecretUnreadable(place);
    }
  }
}
