import { readFileSync } from 'node:fs';
import { emotionsAcross, emotionsIn } from './emotions.js';
import { EmbeddedModel } from './model.js';

const model = EmbeddedModel.parse(readFileSync('models/analysis-en.bin'));

function found(text: string, from?: number, to?: number) {
  return emotionsIn(text, model.read(text, null), from, to).map((one) => ({
    ...one,
    words: text.slice(one.span.start, one.span.end),
  }));
}

const names = (text: string) => found(text).map(({ emotion }) => emotion);

describe('emotionsIn', () => {
  it.each([
    ['Thank you so much for the quick help', 'gratitude'],
    ['I love it, this made me so happy', 'joy'],
    ['Brilliant work by an amazing team', 'admiration'],
    ['I am confused, I do not understand this screen', 'confusion'],
    ['I am worried and scared that my data is gone', 'worry'],
    ['So sad that you close the shop', 'sadness'],
    ['It was disappointing, I expected more', 'disappointment'],
  ])('finds in “%s” %s', (text, emotion) => {
    expect(names(text)).toContain(emotion);
  });

  it('says frustration where the writer does', () => {
    const [first] = found('This is so frustrating, I gave up').filter(
      ({ emotion }) => emotion === 'frustration',
    );
    expect(first).toMatchObject({ orElse: [] });
  });

  it('takes anger about what goes on and on for frustration, which annoyance it could as well be', () => {
    const text = 'This stupid thing keeps crashing every time';
    expect(found(text)).toContainEqual(
      expect.objectContaining({ emotion: 'frustration', orElse: ['annoyance'] }),
    );
  });

  it('says what anger without such a cue could as well be', () => {
    const [angry] = found('You idiots, I hate this damn thing').filter(({ emotion }) => emotion === 'anger');
    expect(angry!.orElse).toEqual(['frustration', 'annoyance']);
  });

  it('feels more strongly what is put more strongly', () => {
    const intensity = (text: string) => found(text).find(({ emotion }) => emotion === 'gratitude')!.intensity;
    expect(intensity('Thank you very, very much!!')).toBeGreaterThan(intensity('Thank you'));
  });

  it('is neutral only where nothing else is felt', () => {
    for (const text of ['The meeting is on Tuesday', 'Thank you, the meeting is on Tuesday']) {
      const emotions = names(text);
      if (emotions.includes('neutral')) expect(emotions).toEqual(['neutral']);
    }
  });

  it('stays within the part it is asked about', () => {
    const text = 'I love the staff but I hate the stupid menu';
    const second = found(text, 5);
    expect(second.length).toBeGreaterThan(0);
    expect(second.every(({ span }) => span.start >= text.indexOf('I hate'))).toBe(true);
  });

  it('finds none in a text without words', () => {
    expect(names(' … ')).toEqual([]);
  });

  it('takes thanks for nothing for no thanks', () => {
    expect(names('Thanks for nothing')).not.toContain('gratitude');
  });
});

describe('the emotions of a text of several parts', () => {
  const text =
    'Was anxious about the surgery, the doctor calmed me down, very thankful, I hate the stupid menu';
  const reading = model.read(text, null);
  const parts = [
    { from: 0, to: 5 },
    { from: 5, to: 12 },
    { from: 12, to: 17 },
  ];
  const across = emotionsAcross(text, reading, parts);
  const spanned = (emotion: string) => {
    const one = across.find((given) => given.emotion === emotion);
    return one && text.slice(one.span.start, one.span.end);
  };

  it('are those of each part, in its own words', () => {
    expect([spanned('worry'), spanned('gratitude'), spanned('anger')]).toEqual([
      expect.stringContaining('anxious'),
      expect.stringContaining('thankful'),
      expect.stringContaining('hate'),
    ]);
  });

  it('never reach from one part into another', () => {
    const ranges = parts.map(({ from, to }) => [reading.tokens[from]!.start, reading.tokens[to - 1]!.end]);
    for (const { span } of across)
      expect(ranges.filter(([start, end]) => span.start >= start! && span.end <= end!)).toHaveLength(1);
  });

  it('come once each, the surest first', () => {
    expect(new Set(across.map(({ emotion }) => emotion)).size).toBe(across.length);
    const sureness = across.map(({ confidence }) => confidence);
    expect(sureness).toEqual([...sureness].sort((a, b) => b - a));
  });
});
