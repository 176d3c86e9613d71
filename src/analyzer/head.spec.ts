import { Head, type HeadExample, type HeadOptions, trainHead, UnreadableHead } from './head.js';

/** Label 0 holds right of the middle, label 1 above it. */
function toy(count: number): HeadExample[] {
  return Array.from({ length: count }, (_example, at) => {
    const angle = (at * 2 * Math.PI) / count + 0.01;
    const vector = Float32Array.of(Math.cos(angle), Math.sin(angle));
    return { vector, labels: [vector[0]! > 0 ? 1 : 0, vector[1]! > 0 ? 1 : 0] };
  });
}

/** A head, trained without giving others their turn. */
function trained(examples: HeadExample[], labelCount: number, options?: HeadOptions): Head {
  const training = trainHead(examples, labelCount, options);
  for (;;) {
    const { done, value } = training.next();
    if (done) return value;
  }
}

describe('a head', () => {
  it('learns what a line can tell apart', () => {
    const head = trained(toy(200), 2);
    const judged = toy(50).map(({ vector }) => Array.from(head.score(vector), (p) => (p > 0.5 ? 1 : 0)));
    expect(judged).toEqual(toy(50).map(({ labels }) => labels));
  });

  it('learns the same from the same examples', () => {
    expect(trained(toy(40), 2, { seed: 7 }).toBytes()).toEqual(trained(toy(40), 2, { seed: 7 }).toBytes());
  });

  it('lets others have their turn while it learns from much', () => {
    expect([...trainHead(toy(100), 2)]).toHaveLength(0);
    expect([...trainHead(toy(100), 2, { epochs: 2_000 })]).toHaveLength(1); // 100 × 2,000 × 6 weights
  });

  it('is not moved by what nobody said', () => {
    const unsaid = toy(40).map(({ vector }) => ({ vector, labels: [NaN] }));
    expect(trained(unsaid, 1).score(Float32Array.of(1, 0))).toEqual(Float32Array.of(0.5));
  });

  it('is the same after it was kept as bytes, wherever they lie', () => {
    const head = trained(toy(40), 2);
    const padded = new Uint8Array([9, ...head.toBytes()]).subarray(1);
    expect(Head.fromBytes(padded).score(Float32Array.of(0.6, 0.8))).toEqual(
      head.score(Float32Array.of(0.6, 0.8)),
    );
  });

  it('refuses bytes that are not the whole of a head', () => {
    const bytes = trained(toy(4), 2).toBytes();
    for (const wrong of [
      bytes.slice(0, -1),
      bytes.slice(0, 5),
      new Uint8Array(100),
      new Uint8Array([...bytes, 0]),
    ])
      expect(() => Head.fromBytes(wrong)).toThrow(UnreadableHead);
  });

  it('refuses examples that do not fit together, and none', () => {
    expect(() => trained([], 1)).toThrow(RangeError);
    expect(() => trained([...toy(2), { vector: Float32Array.of(1), labels: [0, 1] }], 2)).toThrow(RangeError);
    expect(() => trained(toy(2), 3)).toThrow(RangeError);
    expect(() => trained(toy(4), 2).score(Float32Array.of(1))).toThrow(RangeError);
  });
});
