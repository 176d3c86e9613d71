import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import { newId } from '../platform/ids.js';
import type { ModelTerms } from './terms.js';

const INTEGER = { from: Number, to: (value: number) => value };

/** The chat endpoint a tenant has its verbatims analysed by, and on what terms. */
@Entity('external_model')
export class ExternalModel extends TenantRow implements ModelTerms {
  @Column('text')
  baseUrl: string;

  @Column('text')
  model: string;

  /** Sealed; null for an endpoint that asks for none. */
  @Column('bytea', { nullable: true })
  apiKey: Buffer | null;

  @Column('integer')
  timeoutMs: number;

  @Column('integer')
  retries: number;

  @Column('text')
  currency: string;

  @Column('bigint', { transformer: INTEGER })
  monthlyCeilingMicros: number;

  @Column('bigint', { transformer: INTEGER })
  inputPriceMicros: number;

  @Column('bigint', { transformer: INTEGER })
  outputPriceMicros: number;

  @Column('boolean')
  enabled: boolean;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  lastErrorAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  @VersionColumn()
  version: number;

  static add(terms: ModelTerms, now: Date): ExternalModel {
    const fields = { id: newId(), apiKey: null, createdAt: now, version: 1 };
    return Object.assign(new ExternalModel(), fields).setTerms(terms);
  }

  /** What went wrong under other terms no longer counts. */
  setTerms(terms: ModelTerms): this {
    return Object.assign(this, terms, { lastError: null, lastErrorAt: null });
  }

  /** Whether a key kept for it may be sent to this URL: to another host it would give the key away. */
  keepsKeyFor(baseUrl: string): boolean {
    return new URL(baseUrl).origin === new URL(this.baseUrl).origin;
  }
}

/** What a model's key is sealed for. */
export function keyPlace(modelId: string): string {
  return `external_model ${modelId}`;
}
