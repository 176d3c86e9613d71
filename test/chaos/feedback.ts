import type { Category } from '../../src/surveys/score.js';
import { categoryOf } from '../../src/surveys/score.js';
import { NO_ANALYSIS } from '../../src/analysis/analysis-facts.js';
import { factsOf } from '../../src/routing/response-facts.js';
import { route, type Rule } from '../../src/routing/route.js';

export const SURVEY = {
  key: 'nps',
  name: 'Relationship',
  definition: {
    questions: [
      { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
      { key: 'comment', type: 'text', label: 'Why?' },
    ],
  },
};

/** One response as a client posts it. */
export interface Feedback {
  survey: string;
  externalId: string;
  score: number;
  comment: string;
  contact?: { email: string };
  properties: { plan: string };
}

const COMMENTS = [
  'The invoice was wrong twice.',
  'The price went up and the app is slow.',
  'Everything was down on Monday.',
  'Could not be happier.',
  'It does what it should.',
];
const PLANS = ['free', 'pro', 'enterprise'];
/** Customers who answer again and again, so that some answers of one contact arrive at the same moment. */
const CONTACTS = 20;

export function someFeedback(externalId: string): Feedback {
  const contact = { email: `customer-${below(CONTACTS)}@example.com` };
  return {
    survey: SURVEY.key,
    externalId,
    score: below(11),
    comment: COMMENTS[below(COMMENTS.length)]!,
    properties: { plan: PLANS[below(PLANS.length)]! },
    ...(below(2) === 0 ? { contact } : {}),
  };
}

/** Rules whose departments overlap, so that a response may concern none, one or several. */
export function ruleDrafts(departments: Record<string, string>): object[] {
  const to = (...keys: string[]) => keys.map((key) => departments[key]!);
  const mentions = (...value: string[]) => ({ field: 'verbatim', op: 'contains_any', value });
  const detractor = { field: 'category', op: 'eq', value: 'detractor' };
  const enterprise = { field: 'properties.plan', op: 'eq', value: 'enterprise' };
  return [
    {
      name: 'Outages',
      condition: { all: [detractor, mentions('down')] },
      departmentIds: to('web', 'support'),
      priority: 'urgent',
    },
    { name: 'Money', condition: mentions('invoice', 'price*'), departmentIds: to('marketing', 'product') },
    {
      name: 'Large customers',
      condition: { all: [enterprise, { field: 'score', op: 'lte', value: 8 }] },
      departmentIds: to('product'),
      stop: true,
    },
    { name: 'The app', condition: mentions('app'), departmentIds: to('web') },
  ];
}

/** The departments that must have a task because of this feedback, in alphabetical order of their ids. */
export function departmentsConcerned(
  { score, comment, properties }: Feedback,
  rules: Rule[],
  fallbackDepartmentId: string,
): string[] {
  const category: Category = categoryOf({ type: 'nps' }, score);
  const response = { score, category, surveyKey: SURVEY.key, channel: null, language: null };
  const facts = factsOf(
    { ...response, verbatims: [{ text: comment }], answers: { score, comment }, properties },
    { analysis: NO_ANALYSIS, contact: null, account: null },
  );
  return route(rules, facts, fallbackDepartmentId)
    .targets.map(({ departmentId }) => departmentId)
    .sort();
}

/** A whole number from 0 to below the limit, at random. */
export function below(limit: number): number {
  return Math.floor(Math.random() * limit);
}
