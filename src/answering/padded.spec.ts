import { paddedJson, PADDING_BYTES } from './padded.js';

describe('padded JSON', () => {
  it('is as long for a word as for a sentence', () => {
    const lengths = ['Fine', 'Fine, but späť 🙂 '.repeat(20)].map((text) =>
      Buffer.byteLength(paddedJson({ text })),
    );
    expect(lengths).toEqual([PADDING_BYTES, PADDING_BYTES]);
  });

  it('reads as what it was', () => {
    const answers = { score: 3, why: 'Late.' };
    expect(JSON.parse(paddedJson(answers))).toEqual(answers);
  });

  it('goes on in whole steps', () => {
    expect(Buffer.byteLength(paddedJson('x'.repeat(PADDING_BYTES)))).toBe(2 * PADDING_BYTES);
  });
});
