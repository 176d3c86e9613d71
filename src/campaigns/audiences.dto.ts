import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsObject, Max, Min } from 'class-validator';
import { OPERATORS } from '../platform/conditions/condition.js';
import { Omittable } from '../platform/http/omittable.js';
import { AUDIENCE_FIELD_NAMES } from './audience.js';
import type { SampledContact } from './audiences.queries.js';
import type { AudiencePreview, Draft } from './audiences.service.js';
import { type Channel, CHANNELS, type Reach, REACHES } from './campaign-terms.js';

/** How a request says an audience; its reader refuses what it does not know. */
export const AUDIENCE_SCHEMA = {
  type: 'object',
  additionalProperties: true,
  description: [
    'One comparison `{ field, op, value }`, or `{ all: […] }`, `{ any: […] }`, `{ not: … }` of conditions, or `{ always: true }`.',
    `Fields: ${AUDIENCE_FIELD_NAMES.join(', ')}.`,
    `Operators, as far as they make sense for the field: ${[...OPERATORS.value, 'before', 'since'].join(', ')}.`,
  ].join('\n'),
  example: {
    all: [
      { field: 'account.properties.plan', op: 'in', value: ['team', 'business'] },
      { field: 'contact.created_at', op: 'before', value: '2026-01-01' },
    ],
  },
} as const;

/** Ten years. */
const MAX_QUARANTINE_DAYS = 3_650;

export class PreviewAudience implements Draft {
  @IsObject()
  @Transform(({ obj }) => (obj as { audience?: unknown }).audience) // as it came
  @ApiProperty(AUDIENCE_SCHEMA)
  audience: Record<string, unknown>;

  /** Customers, or your own employees. */
  @Omittable()
  @IsIn(REACHES)
  reach: Reach = 'external';

  @Omittable()
  @IsIn(CHANNELS)
  channel: Channel = 'email';

  /** How long nobody is asked again, in days. */
  @Omittable()
  @IsInt()
  @Min(0)
  @Max(MAX_QUARANTINE_DAYS)
  quarantineDays: number = 0;

  /** How many of those who may be asked are, in percent. */
  @Omittable()
  @IsInt()
  @Min(1)
  @Max(100)
  samplingPercent: number = 100;
}

export class LeftOutView {
  /** `no_address`, `unsubscribed`, `hard_bounce`, `complaint`, `by_hand`, `quarantine` or `sampling`. */
  reason: string;
  contacts: number;
}

export class SampledContactView implements SampledContact {
  contactId: string;
  name: string | null;
  email: string | null;
  /** Name of their account. */
  account: string | null;
  /** Why they would be left out; null when they would be asked. */
  reason: string | null;
}

export class AudiencePreviewView {
  /** All contacts of the audience. */
  contacts: number;
  /** Those of them who would be asked now. */
  asked: number;
  leftOut: LeftOutView[];
  /** Up to ten of the audience. */
  sample: SampledContactView[];
  /** What is wrong with the audience; null when nothing is. */
  warning: string | null;
}

export function viewPreview({ shares, sample }: AudiencePreview): AudiencePreviewView {
  const contacts = shares.reduce((sum, share) => sum + share.contacts, 0);
  const leftOut = shares.flatMap(({ reason, contacts: some }) =>
    reason ? [{ reason, contacts: some }] : [],
  );
  const asked = contacts - leftOut.reduce((sum, share) => sum + share.contacts, 0);
  return { contacts, asked, leftOut, sample, warning: warningOf(contacts, asked) };
}

function warningOf(contacts: number, asked: number): string | null {
  if (contacts === 0) return 'No contact is in this audience; a campaign with it cannot be started.';
  return asked === 0 ? 'Everybody in this audience would be left out.' : null;
}
