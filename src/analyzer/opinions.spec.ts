import { readFileSync } from 'node:fs';
import { EmbeddedModel } from './model.js';
import { opinionsIn, stretchesOf } from './opinions.js';
import { wordsOf } from './words.js';

const model = EmbeddedModel.parse(readFileSync('models/analysis-en.bin'));

function stretches(text: string): string[] {
  const reading = model.read(text, null);
  const opinions = opinionsIn(text, reading, wordsOf(text, reading.tokens), reading.judge());
  const { tokens } = reading;
  return stretchesOf(opinions).map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
}

describe('a text is of one mind', () => {
  it.each([
    ['until the sentence ends', 'I was glad. The bill was wrong', ['I was glad', 'The bill was wrong']],
    ['until a turn', 'Great food but a terrible wait', ['Great food', 'but a terrible wait']],
    [
      'until praise goes over to blame',
      'Lovely staff, kind nurses, awful parking',
      ['Lovely staff, kind nurses', 'awful parking'],
    ],
    ['throughout', 'Kind, quick and helpful', ['Kind, quick and helpful']],
    ['of no mind without words', '…', []],
  ])('%s', (_where, text, expected) => expect(stretches(text)).toEqual(expected));
});
