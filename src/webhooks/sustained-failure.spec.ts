import { isSustained } from './sustained-failure.js';

const friday = new Date('2026-03-06T18:00:00Z');
const wednesday = new Date('2026-03-11T18:00:00Z');

describe('an endpoint that fails', () => {
  it('is given up when it failed twenty times over five days without a success', () => {
    expect(isSustained({ failingSince: friday, failures: 20 }, wednesday)).toBe(true);
  });

  it('is kept before the five days are over, however often it failed', () => {
    const justBefore = new Date(wednesday.getTime() - 1);
    expect(isSustained({ failingSince: friday, failures: 10_000 }, justBefore)).toBe(false);
  });

  it('is kept however long ago it began to fail, when few attempts were made', () => {
    expect(isSustained({ failingSince: friday, failures: 19 }, new Date('2027-01-01'))).toBe(false);
  });

  it('is kept when its last attempt was a success', () => {
    expect(isSustained({ failingSince: null, failures: 0 }, wednesday)).toBe(false);
  });
});
