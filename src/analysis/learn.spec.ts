import type { Analysis } from '../analyzer/analysis.js';
import { learn, type Lecture, MIN_HELD_OUT_CASES, MIN_TRAINING_CASES } from './learn.js';
import { inLightOf } from './learned.js';
import { isHeldOut, type Lesson } from './lessons.js';
import type { VectorOf } from './passages.js';

const WORDS = ['parcel', 'courier', 'login', 'charts', 'late', 'lovely'];

/** As many dimensions as words: 1 where the text has the word. */
const vectorOf: VectorOf = (text) =>
  Float32Array.from(WORDS, (word) => (text.toLowerCase().includes(word) ? 1 : 0));

const NOTHING: Analysis = {
  language: { code: 'en', isReliable: true, isSupported: true },
  sentiment: { polarity: 'neutral', confidence: 0.5 },
  sentimentWithScore: null,
  actionability: 'none',
  emotions: [],
  mentions: [],
};

/** Texts about parcels, mentioned with blame, and texts about something else. */
function lessonsOf(count: number): Lesson[] {
  return Array.from({ length: count }, (_, i) => {
    const text = i % 2 === 0 ? 'The parcel was late.' : 'The charts are lovely.';
    const span = { start: 0, end: text.length };
    const mentions = i % 2 === 0 ? [{ themeId: 'parcels', polarity: 'negative' as const, span }] : [];
    return { verbatimId: `v-${i}`, text, question: null, found: NOTHING, mentions, emotions: null };
  });
}

/** What is learned, without giving others their turn. */
function lecture(...given: Parameters<typeof learn>): Lecture {
  const learning = learn(...given);
  for (;;) {
    const { done, value } = learning.next();
    if (done) return value;
  }
}

const taught = () => lecture('themes', lessonsOf(100), {}, vectorOf);

describe('learning', () => {
  it('goes into use when it finds in unseen texts what the analyser missed', () => {
    const { figures, learned } = taught();
    expect(figures).toMatchObject({ part: 'themes', f1Before: 0, f1: 1, verdict: 'better' });
    expect(figures.trainingCases + figures.heldOutCases).toBe(100);
    expect(learned!.labels).toEqual(['parcels']);
  });

  it('does not when what is in use does as well', () => {
    const again = lecture('themes', lessonsOf(100), { themes: taught().learned! }, vectorOf);
    expect(again).toMatchObject({ figures: { f1Before: 1, f1: 1, verdict: 'no_better' }, learned: null });
  });

  it('needs corrections enough, to learn from and to be judged by', () => {
    const heldOut = lessonsOf(200).filter(({ verbatimId }) => isHeldOut(verbatimId));
    const training = lessonsOf(200).filter(({ verbatimId }) => !isHeldOut(verbatimId));
    const verdict = (some: number, others: number) =>
      lecture('themes', [...training.slice(0, some), ...heldOut.slice(0, others)], {}, vectorOf).figures
        .verdict;
    expect(verdict(MIN_TRAINING_CASES, MIN_HELD_OUT_CASES)).toBe('better');
    expect(verdict(MIN_TRAINING_CASES - 1, MIN_HELD_OUT_CASES)).toBe('too_few');
    expect(verdict(MIN_TRAINING_CASES, MIN_HELD_OUT_CASES - 1)).toBe('too_few');
  });

  it('learns nothing of a part nobody corrected', () => {
    expect(lecture('emotions', lessonsOf(100), {}, vectorOf)).toMatchObject({
      figures: { trainingCases: 0, verdict: 'too_few' },
      learned: null,
    });
  });
});

describe('what was learned', () => {
  const around = { vectorOf, isLive: () => true };
  const text = 'The charts are lovely. The parcel was late. Bye!';

  it('is found, in the sentence that shows it', () => {
    const { mentions } = inLightOf({ themes: taught().learned! }, NOTHING, { text, question: null }, around);
    expect(mentions).toMatchObject([{ themeId: 'parcels', polarity: 'neutral', emotions: [] }]);
    const { start, end } = mentions[0]!.span;
    expect(text.slice(start, end)).toBe('The parcel was late.');
  });

  it('takes away what members say is not there', () => {
    const wrong = [{ themeId: 'parcels', polarity: 'negative' as const, confidence: 0.8, emotions: [] }].map(
      (one) => ({ ...one, span: { start: 0, end: 3 } }),
    );
    const found = { ...NOTHING, mentions: wrong };
    const learned = { themes: taught().learned! };
    const about = { text: 'The charts are lovely.', question: null };
    expect(inLightOf(learned, found, about, around).mentions).toEqual([]);
  });

  it('changes how a theme is spoken of', () => {
    const polarity = lecture('polarity', lessonsOf(200), {}, vectorOf).learned!;
    const span = { start: 0, end: 20 };
    const mention = { themeId: 't', polarity: 'neutral' as const, confidence: 0.5, span, emotions: [] };
    const about = { text: 'The parcel was late.', question: null };
    const { mentions } = inLightOf({ polarity }, { ...NOTHING, mentions: [mention] }, about, around);
    expect(mentions).toMatchObject([{ themeId: 't', polarity: 'negative', span }]);
  });

  it('does not bring back a theme that was retired, nor speak of a language nobody can judge', () => {
    const learned = { themes: taught().learned! };
    const retired = { vectorOf, isLive: () => false };
    expect(inLightOf(learned, NOTHING, { text, question: null }, retired).mentions).toEqual([]);
    const foreign = { ...NOTHING, language: { code: 'xx', isReliable: true, isSupported: false } };
    expect(inLightOf(learned, foreign, { text, question: null }, around)).toBe(foreign);
    expect(inLightOf(learned, NOTHING, { text: ' ', question: null }, around)).toBe(NOTHING);
  });
});
