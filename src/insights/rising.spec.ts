import { isPartOf } from './phrases-in-text.js';
import { distinct, logLikelihood, risen } from './rising.js';

const of = (count: number, total: number) => ({ count, total });
const totals = { now: 100, before: 1_000 };

describe('the log-likelihood ratio', () => {
  it('of 10 in 100 and 10 in 1,000 is 22.9', () => {
    // 2 · (10·ln(10/1.818) + 90·ln(90/98.182) + 10·ln(10/18.182) + 990·ln(990/981.818)) = 2 · (17.05 − 7.83 − 5.98 + 8.22)
    expect(logLikelihood(of(10, 100), of(10, 1_000))).toBeCloseTo(22.91, 2);
  });

  it('of equal shares is none, and of shares without any, too', () => {
    expect(logLikelihood(of(5, 50), of(10, 100))).toBeCloseTo(0);
    expect(logLikelihood(of(0, 50), of(0, 100))).toBe(0);
  });

  it('is the same seen from either side', () => {
    expect(logLikelihood(of(3, 70), of(9, 80))).toBeCloseTo(logLikelihood(of(9, 80), of(3, 70)));
  });
});

describe('a phrase has risen', () => {
  it('when it is commoner by more than chance, not when it is rarer or hardly commoner', () => {
    const counted = [
      { phrase: 'dark mode', now: 12, before: 2 },
      { phrase: 'price', now: 11, before: 100 },
      { phrase: 'fax', now: 5, before: 300 },
    ];
    expect(risen(counted, totals).map(({ phrase }) => phrase)).toEqual(['dark mode']);
  });

  it('less easily where many others might have, too', () => {
    const rising = { phrase: 'export', now: 6, before: 20 };
    const steady = Array.from({ length: 2_000 }, (_, n) => ({ phrase: `p${n}`, now: 5, before: 50 }));
    expect(risen([rising], totals)).toHaveLength(1);
    expect(risen([rising, ...steady], totals)).toEqual([]);
  });

  it('against a past, and not without one', () => {
    expect(risen([{ phrase: 'dark mode', now: 12, before: 0 }], { now: 100, before: 0 })).toEqual([]);
  });
});

describe('one topic', () => {
  const phrase = (words: string, now: number, logLikelihood: number) => {
    return { phrase: words, now, before: 0, logLikelihood, chance: 0 };
  };
  const names = (...phrases: ReturnType<typeof phrase>[]) =>
    distinct(phrases, isPartOf).map(({ phrase }) => phrase);

  it('goes by the longest phrase nearly all of its texts hold', () => {
    expect(names(phrase('dark', 30, 90), phrase('dark mode', 28, 84), phrase('mode', 29, 80))).toEqual([
      'dark mode',
    ]);
  });

  it('goes by the shorter where the longer is only a part of it', () => {
    expect(names(phrase('export', 30, 90), phrase('export hang', 9, 30))).toEqual(['export']);
  });
});
