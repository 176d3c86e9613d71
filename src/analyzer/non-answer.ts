import type { Sentiment } from './analysis.js';
import { questionKindOf } from './question.js';

/** Longer answers say something. */
const MAX_WORDS = 6;

const FILLERS = new Set(
  "really much at all else i i'd can could would think to of that specific particular in anything add say it is was there just so far for me us now honestly sorry please moment the this time comes mind about any".split(
    ' ',
  ),
);
const NOTHING = new Set('nothing none no nope nil nada zero nout nowt nothin noting nuffin notin'.split(' '));
const UNANSWERED = new Set([
  'did not answer',
  'no answer',
  'no comment',
  'no comments',
  'not answered',
  'n a',
  'na',
  'not applicable',
  'no reply',
  'blank',
  'prefer not to say',
  'unanswered',
  'no response',
  'skip',
  'pass',
  'not sure',
  "don't know",
  'dont know',
  "i don't know",
  'idk',
  'unsure',
]);
const NOTHING_COMES = new Set([
  "can't think of anything",
  'cannot think of anything',
  'cant think of anything',
  "couldn't think of anything",
  "can't think of any",
  "i can't think of anything",
  'i cannot think of anything',
  "don't change anything",
  "don't change a thing",
  "wouldn't change anything",
  "wouldn't change a thing",
  'keep it up',
  'keep up the good work',
  'carry on',
]);
const EVERYTHING = new Set([
  'everything',
  'all of it',
  'everything really',
  'all',
  'the lot',
  'everything about it',
]);

/**
 * What an answer that names nothing means, which hangs on the question: “Nothing” is praise after “What could we do
 * better?” and blame after “What was good?”. Null for an answer that says something. Takes the words in lower case.
 */
export function nonAnswer(forms: readonly string[], question: string | null): Sentiment | null {
  if (forms.length === 0 || forms.length > MAX_WORDS) return null;
  const said = forms.join(' ');
  if (UNANSWERED.has(said)) return isPraiseWhenEmpty(said, question) ? PRAISE : NEITHER;
  const kind = questionKindOf(question);
  if (NOTHING_COMES.has(said) || isNothing(forms)) {
    if (kind === 'reason') return null; // the model has seen how people mean it there
    if (kind === 'improvement') return PRAISE;
    return kind === 'praise' ? BLAME : NEITHER;
  }
  if (!EVERYTHING.has(said)) return null;
  if (kind === 'other' || kind === 'reason') return null;
  return kind === 'praise' ? PRAISE : BLAME;
}

const PRAISE: Sentiment = { polarity: 'positive', confidence: 0.8 };
const BLAME: Sentiment = { polarity: 'negative', confidence: 0.7 };
const NEITHER: Sentiment = { polarity: 'neutral', confidence: 0.9 };

/** “N/A” says that there is nothing to improve; “Did not answer” says nothing. */
function isPraiseWhenEmpty(said: string, question: string | null): boolean {
  return (
    ['n a', 'na', 'not applicable', 'no comment', 'no comments'].includes(said) &&
    questionKindOf(question) === 'improvement'
  );
}

function isNothing(forms: readonly string[]): boolean {
  return NOTHING.has(forms[0]!) && forms.slice(1).every((form) => FILLERS.has(form) || NOTHING.has(form));
}
