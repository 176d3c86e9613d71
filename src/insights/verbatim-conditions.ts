import type { Actionability, Emotion, Polarity } from '../analyzer/analysis.js';

/** Which verbatims are asked for; whatever is left out does not matter. */
export interface VerbatimConditions {
  /** Only these, such as those that hold the words searched for. */
  ids?: string[];
  /** Written earlier than the one at this place. */
  after?: { respondedAt: string; id: string };
  from?: string;
  to?: string;
  /** Key of the survey. */
  survey?: string;
  contactId?: string;
  accountId?: string;
  language?: string;
  /** Of the whole text. */
  sentiment?: Polarity;
  actionability?: Actionability;
  /** Those that count for the theme asked for; none when it does not exist. */
  themeIds?: string[];
  /** Of a mention: of the theme, if one is asked for. */
  polarity?: Polarity;
  /** Felt where the theme is mentioned, if one is asked for; else anywhere in the text. */
  emotion?: Emotion;
}

/**
 * SQL that selects the ids of the verbatims asked for as `verbatim v`, and its parameters. Only what is asked for is in
 * it, so that the planner may begin with whatever leaves fewest. The first parameter is `$2`, for `$1` is the tenant.
 */
export function sqlOf(asked: VerbatimConditions): {
  from: string;
  conditions: string;
  parameters: unknown[];
} {
  const parameters: unknown[] = [];
  const place = (value: unknown) => `$${parameters.push(value) + 1}`;
  const from = asked.ids ? eachOf(place(asked.ids)) : 'verbatim v';
  const conditions = [...ofVerbatim(asked, place), ...ofResponse(asked, place), ...ofMention(asked, place)];
  return { from, conditions: ['v.tenant_id = $1', ...conditions].join('\n and '), parameters };
}

/** Each is looked up by itself (the limit sees to that): how few they are of a tenant's verbatims nobody can foresee. */
function eachOf(ids: string): string {
  return `unnest(${ids}::uuid[]) wanted (id)
    cross join lateral (select * from verbatim v where v.tenant_id = $1 and v.id = wanted.id limit 1) v`;
}

type Place = (value: unknown) => string;

function* ofVerbatim(asked: VerbatimConditions, place: Place): Iterable<string> {
  const { after, from, to, survey, language, sentiment, actionability } = asked;
  yield 'v.analyzed_at is not null';
  if (after) {
    yield `(v.responded_at, v.id) < (${place(after.respondedAt)}::timestamptz, ${place(after.id)}::uuid)`;
  }
  if (from) yield `v.responded_at >= ${place(from)}::timestamptz`;
  if (to) yield `v.responded_at < ${place(to)}::timestamptz`;
  if (survey !== undefined) {
    yield `v.survey_id = (select s.id from survey s where s.tenant_id = $1 and s.key = ${place(survey)})`;
  }
  if (language !== undefined) yield `v.language = ${place(language)}`;
  if (sentiment) yield `v.sentiment = ${place(sentiment)}`;
  if (actionability) yield `v.actionability = ${place(actionability)}`;
}

function* ofResponse({ contactId, accountId }: VerbatimConditions, place: Place): Iterable<string> {
  const given = (response: string) => `v.response_id in (${response})`;
  if (contactId) {
    yield given(
      `select r.id from response r where r.tenant_id = $1 and r.contact_id = ${place(contactId)}::uuid`,
    );
  }
  if (!accountId) return;
  const account = `${place(accountId)}::uuid`;
  yield given(`
    select r.id from response r where r.tenant_id = $1 and r.account_id = ${account}
     union all
    select r.id from contact c join response r on r.tenant_id = $1 and r.contact_id = c.id and r.account_id is null
     where c.tenant_id = $1 and c.account_id = ${account}`);
}

function* ofMention({ themeIds, polarity, emotion }: VerbatimConditions, place: Place): Iterable<string> {
  const felt = emotion && place(emotion);
  if (themeIds || polarity) {
    const of = ['m.tenant_id = $1', 'm.verbatim_id = v.id'];
    if (themeIds) of.push(`m.theme_id = any(${place(themeIds)}::uuid[])`);
    if (polarity) of.push(`m.polarity = ${place(polarity)}`);
    if (themeIds && felt) of.push(`${felt} = any(m.emotions)`);
    yield `exists (select from mention m where ${of.join(' and ')})`;
  }
  if (felt && !themeIds) {
    yield `exists (select from verbatim_emotion e where e.tenant_id = $1 and e.verbatim_id = v.id and e.emotion = ${felt})`;
  }
}
