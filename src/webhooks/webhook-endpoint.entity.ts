import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';

/** Stands for every published event type, also those to come. */
export const EVERY_TYPE = '*';

/** How long the secret before a rotation signs as well, in milliseconds: a day to carry the new one to the receiver. */
export const PREVIOUS_SECRET_MS = 24 * 3_600_000;

/** A person did it; the receiver answered 410; nothing got through for days. */
export const DISABLED_REASONS = ['by_hand', 'gone', 'sustained_failure'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** A URL of the tenant that is told of events. */
@Entity('webhook_endpoint')
export class WebhookEndpoint extends TenantRow {
  @Column('text')
  url: string;

  @Column('text', { array: true })
  types: string[];

  @Column('text', { nullable: true })
  description: string | null;

  /** Sealed; signs what is sent. */
  @Column('bytea')
  secret: Buffer;

  @Column('bytea', { nullable: true })
  previousSecret: Buffer | null;

  @Column('timestamptz', { nullable: true })
  previousSecretUntil: Date | null;

  /** When the first attempt since the last success failed. */
  @Column('timestamptz', { nullable: true })
  failingSince: Date | null;

  /** Attempts that failed since the last success. */
  @Column('integer')
  failures: number;

  /** It is overloaded; nothing is sent to it before. */
  @Column('timestamptz', { nullable: true })
  restUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('text', { nullable: true })
  disabledReason: DisabledReason | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @VersionColumn()
  version: number;

  static add(
    fields: Pick<WebhookEndpoint, 'id' | 'url' | 'types' | 'description' | 'secret' | 'createdAt'>,
  ): WebhookEndpoint {
    return Object.assign(new WebhookEndpoint(), fields, {
      previousSecret: null,
      previousSecretUntil: null,
      failingSince: null,
      failures: 0,
      restUntil: null,
      disabledAt: null,
      disabledReason: null,
      deletedAt: null,
      version: 1,
    });
  }

  /** Whether anything is sent to it. */
  isOpen(): boolean {
    return this.disabledAt === null && this.deletedAt === null;
  }

  wants(type: string): boolean {
    return this.types.includes(EVERY_TYPE) || this.types.includes(type);
  }

  /** The sealed secrets that sign at this moment, the newest first. */
  secretsAt(now: Date): Buffer[] {
    const { previousSecret, previousSecretUntil } = this;
    const isPreviousValid = previousSecret && previousSecretUntil && previousSecretUntil > now;
    return isPreviousValid ? [this.secret, previousSecret] : [this.secret];
  }

  rotateSecret(secret: Buffer, now: Date): void {
    this.previousSecret = this.secret;
    this.previousSecretUntil = new Date(now.getTime() + PREVIOUS_SECRET_MS);
    this.secret = secret;
  }

  /** Returns whether that changed anything. */
  disable(reason: DisabledReason, now: Date): boolean {
    if (this.disabledAt) return false;
    this.disabledAt = now;
    this.disabledReason = reason;
    return true;
  }

  /** Begins anew: what failed before no longer counts. Returns whether that changed anything. */
  enable(): boolean {
    if (!this.disabledAt) return false;
    this.disabledAt = null;
    this.disabledReason = null;
    this.failingSince = null;
    this.failures = 0;
    this.restUntil = null;
    return true;
  }
}

/** What an endpoint's secrets are sealed for. */
export function secretPlace(endpointId: string): string {
  return `webhook_endpoint ${endpointId}`;
}
