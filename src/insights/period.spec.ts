import { before, periodOf, periodProblems } from './period.js';

const now = new Date('2026-05-31T12:00:00Z');

describe('a period', () => {
  it('is the last thirty days when nothing is said', () => {
    expect(periodOf({}, now)).toEqual({ from: new Date('2026-05-01T12:00:00Z'), to: now });
  });

  it('is compared with as many days before it', () => {
    const may = { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-05-15T00:00:00Z') };
    expect(before(may)).toEqual({ from: new Date('2026-04-17T00:00:00Z'), to: may.from });
  });

  it.each([
    [{ from: '2026-06-01T00:00:00Z' }, '/to'],
    [{ from: '2026-05-01', to: '2026-05-01' }, '/to'],
    [{ from: '2020-05-01' }, '/from'],
  ])('is refused when it is none, or too long: %j', (asked, pointer) => {
    expect(periodProblems(periodOf(asked, now)).map((problem) => problem.pointer)).toEqual([pointer]);
    expect(periodProblems(periodOf({}, now))).toEqual([]);
  });
});
