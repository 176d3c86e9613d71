import type { Polarity, Sentiment } from './analysis.js';
import type { TokenRange } from './evidence.js';
import type { SentimentLabel } from './labels.js';
import { valences } from './lexicon.js';
import type { Match } from './phrases.js';
import type { Words } from './words.js';

/** Probabilities of one text; sums to 1. */
export type Probabilities = Record<SentimentLabel, number>;

const NEGATORS =
  /^(not|no|never|without|hardly|barely|neither|nor|cannot|cant|dont|doesnt|didnt|isnt|wasnt|wont|nothing|lack|lacks|less|\w+n't)$/;
const INTENSIFIERS =
  /^(very|so|really|extremely|incredibly|absolutely|totally|completely|super|highly|especially|always|far|much|too|such)$/;
const SOFTENERS = /^(bit|little|slightly|somewhat|quite|fairly|rather|mostly|reasonably|relatively)$/;
const UNREAL = /^(would|could|should|might|wish|if|hoping|hoped|expected)$/;

const OF_BEING = /^(be|been|have)$/; // “would be great”, but not “would recommend”

/** How far before a word a negation reaches. */
const NEGATION_REACH = 3;
const UNREAL_REACH = 3;
const NEGATED_PRAISE = -0.8;
const NEGATED_BLAME = -0.8;
const UNREAL_PRAISE = -0.5;
const INTENSIFIED = 1.4;
const SOFTENED = 0.7;

/** From here a part of a text is taken to praise or to blame. */
const LEAST_OPINION = 0.1;
const LEAST_WITHOUT_WORDS = 0.35;
/** From here it does so clearly. */
const CLEAR_OPINION = 0.5;
const WEIGHT_OF_WORDS = 0.75;
const WEIGHT_OF_MODEL = 0.5;
/** Of a whole text the model knows more than of a clause. */
const WEIGHT_ON_THE_WHOLE = 0.5;
/** A text is mixed when its lesser side has at least this part of the greater one's weight. */
const BALANCE = 0.7;

/** Words that praise (above 0) or blame (below 0). */
export interface Valued extends TokenRange {
  value: number;
}

/** The praise and blame in the words from one up to another, by a list of words, in their order. */
export function valuedIn(words: Words, { from, to }: TokenRange): Valued[] {
  const valued: Valued[] = [];
  let next = from;
  for (const match of longest(valences.matches(words, from, to))) {
    if (match.from < next) continue;
    valued.push({ from: match.from, to: match.to, value: valueOf(match, words, next) });
    next = match.to;
  }
  return valued;
}

/** All of it together; unbounded. */
export function valenceOf(valued: readonly Valued[]): number {
  return valued.reduce((sum, { value }) => sum + value, 0);
}

/** Less than this is as much praise as blame. */
const LEAST_VALENCE = 0.7;

/**
 * What words that praise and blame alike (“good price bad service”) say of those in a range: the opinion beside them, of two the
 * one before. Null where one side outweighs the other, or no opinion stands there.
 */
export function opinionNear(valued: readonly Valued[], { from, to }: TokenRange): number | null {
  if (valued.length < 2 || Math.abs(valenceOf(valued)) > LEAST_VALENCE) return null;
  const distance = (one: Valued) => Math.max(from - one.to, one.from - to + 0.5, 0);
  const nearest = valued.reduce((best, next) => (distance(next) < distance(best) ? next : best));
  return distance(nearest) > 0.5 ? null : WEIGHT_OF_WORDS * Math.tanh(nearest.value);
}

/** How much a part of a text praises (to 1) or blames (to -1): the model and the list of words together. */
export function opinionOf(probabilities: Probabilities, valence: number): number {
  const model = probabilities.positive - probabilities.negative;
  const opinion = WEIGHT_OF_MODEL * model + WEIGHT_OF_WORDS * Math.tanh(valence);
  return Math.max(-1, Math.min(1, opinion));
}

/** Which way an opinion goes; the nearer to 0, the less sure. */
export function sentimentOf(opinion: number): Sentiment {
  const strength = Math.abs(opinion);
  if (strength < LEAST_OPINION) return { polarity: 'neutral', confidence: 1 - strength };
  return { polarity: opinion > 0 ? 'positive' : 'negative', confidence: Math.min(1, 0.5 + strength / 2) };
}

/** Whether a part of a text says how its writer feels; where no word does, the model alone must be rather sure. */
export function carriesOpinion(opinion: number, valence: number): boolean {
  return Math.abs(opinion) >= (valence === 0 ? LEAST_WITHOUT_WORDS : LEAST_OPINION);
}

/** What several opinions make together: mixed where clear praise and clear blame weigh about the same. */
export function balanceOf(opinions: readonly number[]): Sentiment | null {
  const clear = opinions.filter((opinion) => Math.abs(opinion) >= CLEAR_OPINION);
  const praise = clear.reduce((sum, opinion) => sum + Math.max(0, opinion), 0);
  const blame = clear.reduce((sum, opinion) => sum + Math.max(0, -opinion), 0);
  const [lesser, greater] = [Math.min(praise, blame), Math.max(praise, blame)];
  if (lesser === 0 || lesser < greater * BALANCE) return null;
  return { polarity: 'mixed', confidence: 0.5 + lesser / greater / 2 };
}

/** What a text's own probabilities and the list of words say of it; the words move them by their odds. */
export function withValence(probabilities: Probabilities, valence: number): Probabilities {
  const shift = Math.exp(WEIGHT_ON_THE_WHOLE * Math.tanh(valence / 2));
  return normalised({
    negative: probabilities.negative / shift,
    neutral: probabilities.neutral,
    positive: probabilities.positive * shift,
  });
}

/**
 * The probabilities of a text in the light of the score given with it (0 to 1): each times how likely that score is from
 * somebody who feels so, which rises with it for praise, falls for blame and is highest in the middle for neither.
 */
export function withScore(probabilities: Probabilities, score: number): Probabilities {
  return normalised({
    negative: probabilities.negative * (LEAST_LIKELY + 1 - score),
    neutral: probabilities.neutral * (LEAST_LIKELY + 1 - Math.abs(2 * score - 1)),
    positive: probabilities.positive * (LEAST_LIKELY + score),
  });
}

/**
 * A sentiment of which nothing else is known in the light of the score, what it leaves open going to the other two alike.
 * A text that says both stays mixed whatever the score. Null without a score.
 */
export function inLightOf(score: number | null, sentiment: Sentiment): Sentiment | null {
  if (score === null) return null;
  if (sentiment.polarity === 'mixed') return sentiment;
  const rest = (1 - sentiment.confidence) / 2;
  const others = { negative: rest, neutral: rest, positive: rest };
  return likeliest(withScore({ ...others, [sentiment.polarity]: sentiment.confidence }, score));
}

/** Added to each, for scores are now and then given the wrong way round. */
const LEAST_LIKELY = 0.1;

/** The likeliest of the three. */
export function likeliest(probabilities: Probabilities): Sentiment {
  const polarities: Polarity[] = ['negative', 'neutral', 'positive'];
  const all = polarities.map((polarity) => ({
    polarity,
    confidence: probabilities[polarity as SentimentLabel],
  }));
  return all.reduce((best, next) => (next.confidence > best.confidence ? next : best));
}

function normalised({ negative, neutral, positive }: Probabilities): Probabilities {
  const sum = negative + neutral + positive;
  return { negative: negative / sum, neutral: neutral / sum, positive: positive / sum };
}

/** In order, the longer first of those that begin at the same word. */
function longest(matches: Match<number>[]): Match<number>[] {
  return matches.sort((a, b) => a.from - b.from || b.to - a.to);
}

function valueOf({ value, from }: Match<number>, { forms }: Words, first: number): number {
  const before = (reach: number, is: RegExp) => {
    for (let at = Math.max(first, from - reach); at < from; at++) if (is.test(forms[at]!)) return true;
    return false;
  };
  const isPraise = value > 0;
  const isNotOnly = forms[from - 1] === 'only';
  let weight = value;
  if (before(1, INTENSIFIERS)) weight *= INTENSIFIED;
  if (before(1, SOFTENERS)) weight *= SOFTENED;
  if (!isNotOnly && before(NEGATION_REACH, NEGATORS))
    return weight * (isPraise ? NEGATED_PRAISE : NEGATED_BLAME);
  if (isPraise && before(1, OF_BEING) && before(UNREAL_REACH, UNREAL)) return weight * UNREAL_PRAISE;
  return weight;
}
