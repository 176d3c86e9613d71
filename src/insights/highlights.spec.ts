import { highlightsIn } from './highlights.js';

const marked = (text: string) => text.replaceAll('[', '\ue000').replaceAll(']', '\ue001');

describe('highlights', () => {
  it('are where the marked words stand in the text', () => {
    const text = '😀 The price, the prices!';
    const ranges = highlightsIn(marked('😀 The [price], the [prices]!'), text);
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['price', 'prices']);
  });

  it('are none without marks', () => expect(highlightsIn('price', 'price')).toEqual([]));

  it('are none rather than wrong when something was left out of the marked text', () => {
    expect(highlightsIn(marked('a [price]'), 'a longer price')).toEqual([]);
  });
});
