import fc from 'fast-check';
import { InvalidScale, parseScale, readScore } from './score-scale.js';

const nps = { min: 0, max: 10 };
const csat = { min: 1, max: 5 };
const read = (text: string, target: { min: number; max: number }, cells: string[]) =>
  cells.map((cell) => readScore(cell, parseScale(text, target)));

describe('a stated scale', () => {
  it('that is the question’s own keeps scores as they are', () => {
    expect(read('0..10', nps, ['0', '7', '10'])).toEqual([0, 7, 10]);
  });

  it('turns round when its least score is the best', () => {
    expect(read('1..5 reversed', csat, ['1', '2', '5'])).toEqual([5, 4, 1]);
  });

  it('shifts when it starts elsewhere with as many steps', () => {
    expect(read('0..4', csat, ['0', '4'])).toEqual([1, 5]);
    expect(read('-2..2 reversed', csat, ['-2', '0', '2'])).toEqual([5, 3, 1]);
  });

  it('makes every other value a missing one and guesses none', () => {
    const others = ['', ' ', '6', '7', '-1', '4.5', 'good', '5 of 5', '٣', '1e0', '0x3', 'NaN'];
    expect(read('1..5', csat, others)).toEqual(others.map(() => null));
  });

  it('reads whole numbers as spreadsheets write them', () => {
    expect(read('1..5', csat, ['3.0', '3,00', ' 3 ', '+3'])).toEqual([3, 3, 3, 3]);
  });
});

describe('a scale that cannot be meant', () => {
  it.each([
    ['1-5', '“1-5” is no scale; write “1..5”, or “1..5 reversed” when 1 is the best'],
    ['', 'is no scale'],
    ['1..5 backwards', 'is no scale'],
    ['5..1', 'runs backwards; write “1..5 reversed”'],
    ['3..3', 'has one step only'],
    ['0..1000', 'The scale 0..1000 has 1001 steps and the question has 5'],
    [
      '1..10',
      'The scale 1..10 has 10 steps and the question has 5; import into a question with scores 1..10',
    ],
  ])('%j is refused with what would be right', (text, detail) => {
    expect(() => parseScale(text, csat)).toThrow(InvalidScale);
    expect(() => parseScale(text, csat)).toThrow(detail);
  });
});

describe('whatever the scale and the cell', () => {
  const range = fc
    .tuple(
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: -50, max: 50 }),
    )
    .map(([min, width, targetMin]) => ({
      stated: { min, max: min + width },
      target: { min: targetMin, max: targetMin + width },
    }));

  it('the scores of the file and of the question are one to one, and reversing mirrors them', () => {
    fc.assert(
      fc.property(range, ({ stated, target }) => {
        const text = `${stated.min}..${stated.max}`;
        const cells = Array.from({ length: stated.max - stated.min + 1 }, (_, step) =>
          String(stated.min + step),
        );
        const scores = read(text, target, cells);
        expect(scores).toEqual(cells.map((_, step) => target.min + step));
        expect(read(`${text} reversed`, target, cells)).toEqual(scores.reverse());
      }),
    );
  });

  it('a score is on the question’s scale or missing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String)), (cell) => {
        const score = readScore(cell, parseScale('1..5 reversed', csat));
        expect(score === null || (score >= 1 && score <= 5)).toBe(true);
      }),
    );
  });

  it('a text is a scale or an InvalidScale', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?\d*\.\.-?\d*( reversed)?$/)), (text) => {
        try {
          parseScale(text, nps);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidScale);
        }
      }),
    );
  });
});
