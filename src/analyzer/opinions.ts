import { type Clause, clausesOf } from './clauses.js';
import type { TokenRange } from './evidence.js';
import type { Judgement, Reading } from './model.js';
import { carriesOpinion, opinionOf, type Valued, valenceOf, valuedIn } from './polarity.js';
import type { Words } from './words.js';

/** What one clause thinks of what it speaks of. */
export interface Opinion {
  clause: Clause;
  /** From -1 (blame) to 1 (praise), taken from its sentence where the clause itself carries none. */
  value: number;
  /** Praise or blame in the words of the clause itself, see `valenceOf`. */
  valence: number;
  /** The words that carry it. */
  valued: Valued[];
  /** Whether the clause itself carries its opinion. */
  isOwn: boolean;
  /** The model's, of the clause. */
  vector: Float32Array;
}

/** A turn away from praise blames, if less clearly, and the other way round. */
const TURNED = -0.6;

/** The clauses of a text with what each thinks, in their order; `whole` is what the model makes of all of it. */
export function opinionsIn(text: string, reading: Reading, words: Words, whole: Judgement): Opinion[] {
  const clauses = clausesOf(text, reading.tokens, words.forms);
  const own = clauses.map((clause) => {
    const { sentiment, vector } = clauses.length === 1 ? whole : reading.judge(clause.from, clause.to);
    const valued = valuedIn(words, clause);
    const valence = valenceOf(valued);
    const value = opinionOf(sentiment, valence);
    return { clause, value, valence, valued, vector, isOwn: carriesOpinion(value, valence) };
  });
  return sentencesOf(own).flatMap(settled);
}

/** Stretches of a text that each think one way: they end with a sentence, at a turn, and where praise goes over to blame or back. */
export function stretchesOf(opinions: readonly Opinion[]): TokenRange[] {
  const stretches: TokenRange[] = [];
  let [sentence, way] = [-1, 0];
  for (const { clause, value, isOwn } of opinions) {
    const turns = isOwn && way !== 0 && Math.sign(value) !== way;
    if (clause.sentence !== sentence || clause.isTurn || turns)
      stretches.push({ from: clause.from, to: clause.to });
    else stretches.at(-1)!.to = clause.to;
    if (clause.sentence !== sentence || clause.isTurn) way = 0;
    if (isOwn) way = Math.sign(value);
    sentence = clause.sentence;
  }
  return stretches;
}

function sentencesOf(opinions: Opinion[]): Opinion[][] {
  const sentences: Opinion[][] = [];
  for (const opinion of opinions) (sentences[opinion.clause.sentence] ??= []).push(opinion);
  return sentences;
}

/** Gives the clauses of a sentence that carry no opinion the one they lean on: of the same side, else against the other. */
function settled(sentence: Opinion[]): Opinion[] {
  const sides: Opinion[][] = [];
  for (const opinion of sentence) {
    if (opinion.clause.isTurn || sides.length === 0) sides.push([]);
    sides.at(-1)!.push(opinion);
  }
  const values = sides.map((side) => side.find(({ isOwn }) => isOwn)?.value);
  return sides.flatMap((side, at) => {
    const against = values[at - 1] ?? values[at + 1];
    return leaning(side, values[at] ?? (against === undefined ? null : TURNED * against));
  });
}

/** Those without an opinion take that of the clause before them, the first ones the first there is; else they keep theirs. */
function leaning(side: Opinion[], first: number | null): Opinion[] {
  let last = first;
  return side.map((opinion) => {
    if (opinion.isOwn) last = opinion.value;
    return opinion.isOwn || last === null ? opinion : { ...opinion, value: last };
  });
}
