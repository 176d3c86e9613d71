import { readFileSync } from 'node:fs';
import { emotionsIn } from './emotions.js';
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
});
