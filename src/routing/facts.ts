import type { AnalysisFacts } from '../analysis/analysis-facts.js';
import { ACTIONABILITIES, EMOTIONS, POLARITIES } from '../analyzer/analysis.js';
import type { Field, Fields, Scalar } from '../platform/conditions/condition.js';
import { CATEGORIES, type Category } from '../surveys/score.js';

/** What a rule can ask about one response, its contact and its account. */
export interface Facts {
  readonly score: number | null;
  readonly category: Category | null;
  /** Key of the survey. */
  readonly survey: string | null;
  readonly channel: string | null;
  readonly language: string | null;
  /** All free text of the response, joined. */
  readonly verbatim: string | null;
  /** What that text says. */
  readonly analysis: AnalysisFacts;
  /** By question key. */
  readonly answers: Properties;
  readonly contact: { capacity: string | null; emailDomain: string | null; properties: Properties } | null;
  readonly account: { name: string | null; externalId: string | null; properties: Properties } | null;
  /** Of the response itself. */
  readonly properties: Properties;
}

export type Properties = Readonly<Record<string, unknown>>;

interface ReadableField extends Field {
  read: (facts: Facts) => unknown;
}

const FIELDS = new Map<string, ReadableField>([
  ['score', { kind: 'number', read: ({ score }) => score }],
  ['category', { kind: 'choice', choices: CATEGORIES, read: ({ category }) => category }],
  ['survey', { kind: 'name', read: ({ survey }) => survey }],
  ['channel', { kind: 'name', read: ({ channel }) => channel }],
  ['language', { kind: 'name', read: ({ language }) => language }],
  ['verbatim', { kind: 'text', read: ({ verbatim }) => verbatim }],
  ['verbatim_language', { kind: 'name', read: ({ analysis }) => analysis.languages }],
  ['theme', { kind: 'name', read: ({ analysis }) => analysis.themes }],
  ['theme.positive', { kind: 'name', read: ({ analysis }) => analysis.praised }],
  ['theme.negative', { kind: 'name', read: ({ analysis }) => analysis.blamed }],
  ['sentiment', { kind: 'choice', choices: POLARITIES, read: ({ analysis }) => analysis.sentiments }],
  [
    'sentiment_with_score',
    { kind: 'choice', choices: POLARITIES, read: ({ analysis }) => analysis.sentimentsWithScore },
  ],
  ['emotion', { kind: 'choice', choices: EMOTIONS, read: ({ analysis }) => Object.keys(analysis.emotions) }],
  ...EMOTIONS.map((emotion): [string, ReadableField] => [
    `emotion.${emotion}`,
    { kind: 'number', read: ({ analysis }) => analysis.emotions[emotion] },
  ]),
  [
    'actionability',
    { kind: 'choice', choices: ACTIONABILITIES, read: ({ analysis }) => analysis.actionabilities },
  ],
  ['contact.capacity', { kind: 'name', read: ({ contact }) => contact?.capacity }],
  ['contact.email_domain', { kind: 'name', read: ({ contact }) => contact?.emailDomain }],
  ['account.name', { kind: 'title', read: ({ account }) => account?.name }],
  ['account.external_id', { kind: 'name', read: ({ account }) => account?.externalId }],
]);

/** Fields whose last part the tenant names; that part may hold dots itself. */
const OPEN_FIELDS: [prefix: string, read: (facts: Facts) => Properties | undefined][] = [
  ['answers.', ({ answers }) => answers],
  ['contact.properties.', ({ contact }) => contact?.properties],
  ['account.properties.', ({ account }) => account?.properties],
  ['properties.', ({ properties }) => properties],
];

/** Every field a rule can name, for messages and documentation. */
export const FIELD_NAMES: readonly string[] = [
  ...FIELDS.keys(),
  ...OPEN_FIELDS.map(([prefix]) => `${prefix}<name>`),
];

/** What rules can ask about. */
export const RULE_FIELDS: Fields = { names: FIELD_NAMES, find: fieldNamed };

/**
 * The known values of a field: none when it is missing, blank or not comparable, several when the answer is a list.
 * An unknown field has none.
 */
export function valuesOf(facts: Facts, field: string): Scalar[] {
  const found = fieldNamed(field)?.read(facts);
  return (Array.isArray(found) ? found : [found]).filter(isKnown);
}

function fieldNamed(name: string): ReadableField | null {
  const fixed = FIELDS.get(name);
  if (fixed) return fixed;
  const open = OPEN_FIELDS.find(([prefix]) => name.startsWith(prefix) && name.length > prefix.length);
  if (!open) return null;
  const [prefix, read] = open;
  return { kind: 'open', read: (facts) => ownMember(read(facts), name.slice(prefix.length)) };
}

/** Own members only, so that a property called `constructor` is missing unless someone set it. */
function ownMember(properties: Properties | undefined, name: string): unknown {
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function isKnown(value: unknown): value is Scalar {
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value === 'boolean' || Number.isFinite(value);
}
