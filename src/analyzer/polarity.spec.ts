import {
  balanceOf,
  likeliest,
  opinionNear,
  opinionOf,
  sentimentOf,
  valenceOf,
  valuedIn,
  withScore,
} from './polarity.js';
import { tokensOf } from './tokens.js';
import { wordsOf } from './words.js';

const valence = (text: string) => {
  const tokens = tokensOf(text);
  return valenceOf(valuedIn(wordsOf(text, tokens), { from: 0, to: tokens.length }));
};
const UNDECIDED = { negative: 0.4, neutral: 0.2, positive: 0.4 };

describe('the words of a clause', () => {
  it.each(['great', 'not bad at all', 'no problems', "couldn't fault it", 'never let me down', 'on time'])(
    '“%s” praise',
    (text) => expect(valence(text)).toBeGreaterThan(0),
  );

  it.each(['awful', 'not good', "doesn't work", 'could be better', 'never got a reply', 'took three weeks'])(
    '“%s” blame',
    (text) => expect(valence(text)).toBeLessThan(0),
  );

  it('weigh more with “very” and less with “a bit”', () => {
    expect(valence('very slow')).toBeLessThan(valence('slow'));
    expect(valence('a bit slow')).toBeGreaterThan(valence('slow'));
  });

  it('say nothing where they only name things', () => {
    expect(valence('the invoice of the month')).toBe(0);
  });
});

it('an opinion is never beyond full praise or full blame', () => {
  expect(opinionOf({ negative: 0, neutral: 0, positive: 1 }, 50)).toBe(1);
  expect(sentimentOf(opinionOf({ negative: 1, neutral: 0, positive: 0 }, -50)).polarity).toBe('negative');
});

describe('a few words that praise and blame alike', () => {
  const said = (text: string, at: number) => {
    const tokens = tokensOf(text);
    const valued = valuedIn(wordsOf(text, tokens), { from: 0, to: tokens.length });
    return opinionNear(valued, { from: at, to: at + 1 });
  };

  it('say of each thing what stands before it', () => {
    expect(said('good price bad service', 1)).toBeGreaterThan(0);
    expect(said('good price bad service', 3)).toBeLessThan(0);
  });

  it('say nothing more where one side outweighs the other, or neither stands beside it', () => {
    expect(said('problem handled and solved well', 0)).toBeNull();
    expect(said('good but then the whole price was bad', 4)).toBeNull();
  });
});

describe('a text of several clauses', () => {
  it('is mixed where clear praise and clear blame weigh about the same', () => {
    expect(balanceOf([0.8, -0.6])).toEqual({ polarity: 'mixed', confidence: 0.875 });
  });

  it('is not mixed for a small reservation', () => {
    expect(balanceOf([0.9, 0.8, -0.45])).toBeNull();
    expect(balanceOf([0.9, -0.2])).toBeNull();
  });
});

describe('a score given with a text', () => {
  it('decides where the text leaves it open', () => {
    expect(likeliest(withScore(UNDECIDED, 1)).polarity).toBe('positive');
    expect(likeliest(withScore(UNDECIDED, 0)).polarity).toBe('negative');
  });

  it('does not outweigh a text that is sure', () => {
    expect(likeliest(withScore({ negative: 0.97, neutral: 0.02, positive: 0.01 }, 1)).polarity).toBe(
      'negative',
    );
  });
});
