import fc from 'fast-check';
import type { Audience } from '../../src/campaigns/audience.js';
import type { AnyComparison } from '../../src/platform/conditions/condition.js';

/** Texts that are the same, nearly the same, blank, or numbers more or less. */
const TEXTS = [
  ...[
    'gold',
    'GOLD',
    ' Gold\t',
    '\u00a0gold',
    'silver',
    'straße',
    'STRASSE',
    'Strasse',
    'café',
    'cafe\u0301',
    'CAFÉ',
  ],
  ...[
    'σίσυφος',
    'ΣΊΣΥΦΟΣ',
    'ﬁne',
    'FINE',
    '发票',
    '😡',
    'İstanbul',
    "'; select 1; --",
    '\\',
    '%',
    'true',
    'FALSE',
  ],
  ...['7', '07', '7.0', '+7', '-7', ' 7 ', '\u20037', '7.50', '7,5', '1e3', '.5', '5.', 'NaN', 'Infinity'],
  ...['', ' ', '\u3000', '9'.repeat(60)],
];
const NUMBERS = [-7, -0.5, 0, 0.1, 5, 7, 7.5, 1_000, 1e21, 1e-7];
const DAYS = ['2025-12-31', '2026-01-01', '2026-06-15'];

const text = fc.constantFrom(...TEXTS);
const wanted = text.filter((one) => one.trim() !== '');
const number = fc.constantFrom(...NUMBERS);
const scalar = fc.oneof({ arbitrary: wanted, weight: 3 }, number, fc.boolean());
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 });

/** Whatever the database may hold, whoever wrote it. Lists of what could be compared are no property. */
const property = fc.oneof(
  { arbitrary: fc.oneof(text, number, fc.boolean()), weight: 9 },
  fc.constantFrom<unknown>(null, {}, [], [[1]], { a: 'gold' }),
);
const properties = fc.record({ plan: property, 'plan.name': property }, { requiredKeys: [] });
const createdAt = fc.constantFrom(...DAYS, '2026-01-01T00:00:00.001Z').map((day) => new Date(day));

export interface MadeAccount {
  name: string;
  externalId: string | null;
  properties: Record<string, unknown>;
  createdAt: Date;
}

export interface MadeContact {
  capacity: string | null;
  language: string | null;
  email: string | null;
  properties: Record<string, unknown>;
  createdAt: Date;
}

export const accounts: fc.Arbitrary<MadeAccount> = fc.record({
  name: text,
  externalId: fc.option(text),
  properties,
  createdAt,
});

export const contacts: fc.Arbitrary<MadeContact> = fc.record({
  capacity: fc.option(fc.constantFrom('champion', 'end_user')),
  language: fc.option(text),
  email: fc.option(fc.constantFrom('a@gold', '"a@b"@GOLD', 'a@silver', 'a@')),
  properties,
  createdAt,
});

const open = fc.constantFrom(
  ...[
    'contact.properties.plan',
    'contact.properties.plan.name',
    'account.properties.plan',
    'account.properties.none',
  ],
);
const name = fc.constantFrom(
  ...['contact.language', 'contact.email_domain', 'contact.external_id'],
  ...['account.name', 'account.external_id', 'account.owner'],
);
const moment = fc.constantFrom('contact.created_at', 'account.created_at');
const equality = fc.constantFrom('eq' as const, 'ne' as const);
const membership = fc.constantFrom('in' as const, 'not_in' as const);
const order = fc.constantFrom('lt' as const, 'lte' as const, 'gt' as const, 'gte' as const);

const comparison: fc.Arbitrary<AnyComparison> = fc.oneof(
  fc.record({ field: open, op: equality, value: scalar }),
  fc.record({ field: open, op: membership, value: listOf(scalar) }),
  fc.record({ field: open, op: order, value: number }),
  fc.record({ field: name, op: equality, value: wanted }),
  fc.record({ field: name, op: membership, value: listOf(wanted) }),
  fc.record({
    field: fc.constant('contact.capacity'),
    op: equality,
    value: fc.constantFrom('champion', 'end_user'),
  }),
  fc.record({ field: fc.constant('account.is_internal'), op: equality, value: fc.boolean() }),
  fc.record({
    field: moment,
    op: fc.constantFrom('before' as const, 'since' as const),
    value: fc.constantFrom(...DAYS),
  }),
  fc.record({ field: fc.oneof(open, name, moment), op: fc.constant('exists' as const), value: fc.boolean() }),
);

export const audiences: fc.Arbitrary<Audience> = fc.letrec<{ audience: Audience }>((tie) => ({
  audience: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'audience', withCrossShrink: true },
    { arbitrary: comparison, weight: 6 },
    fc.record({ all: listOf(tie('audience')) }),
    fc.record({ any: listOf(tie('audience')) }),
    fc.record({ not: tie('audience') }),
  ),
})).audience;
