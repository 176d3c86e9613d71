import { microF1, tallyOf } from './micro-f1.js';

it('counts what was found, found wrongly and missed over all texts together', () => {
  const tally = tallyOf([
    { found: ['pricing', 'support'], truth: ['pricing'] },
    { found: [], truth: ['billing'] },
    { found: ['billing'], truth: ['billing'] },
  ]);
  expect(tally).toEqual({ right: 2, wrong: 1, missed: 1 });
  expect(microF1(tally)).toBeCloseTo(4 / 6);
});

it('is perfect where nothing is there and nothing was found', () => {
  expect(microF1(tallyOf([{ found: [], truth: [] }]))).toBe(1);
});
