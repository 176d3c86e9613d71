import { ballotOf, digestOf } from './ballot.js';

const KEY = Buffer.alloc(32, 7);
const ADA = '0190b0aa-0000-7000-8000-000000000001';
const BEN = '0190b0aa-0000-7000-8000-000000000002';

describe('a ballot', () => {
  it('is the same person’s every time, and nobody else’s', () => {
    expect(ballotOf(KEY, ADA)).toBe(ballotOf(KEY, ADA));
    expect(ballotOf(KEY, ADA)).not.toBe(ballotOf(KEY, BEN));
  });

  it('is another one in another wave, whose key is another', () => {
    expect(ballotOf(Buffer.alloc(32, 8), ADA)).not.toBe(ballotOf(KEY, ADA));
  });

  it('fits into a link, and is kept as a digest that does not show it', () => {
    const ballot = ballotOf(KEY, ADA);
    expect(ballot).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(digestOf(ballot)).toHaveLength(32);
    expect(digestOf(ballot).toString('hex')).not.toContain(ballot.slice(0, 8));
  });
});
