import { PHRASES } from '../surveys/phrases.js';
import { PAGE_PHRASES, pagePhrasesIn } from './page-phrases.js';

/** Every phrase with the name it goes by, such as `notices.closed.text`. */
function phrasesOf(value: object, at = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, said]: [string, string | object]) =>
    typeof said === 'string' ? [[at + name, said] as [string, string]] : phrasesOf(said, `${at}${name}.`),
  );
}

const braces = (phrase: string) => [...phrase.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const english = new Map(phrasesOf(PAGE_PHRASES.en!));

describe.each(Object.keys(PAGE_PHRASES))('the phrases in %s', (tag) => {
  it('say everything, with the same values filled in as in English', () => {
    const phrases = phrasesOf(PAGE_PHRASES[tag]!);
    expect(phrases.map(([name]) => name)).toEqual([...english.keys()]);
    for (const [name, phrase] of phrases) {
      expect([name, phrase.trim()]).not.toEqual([name, '']);
      expect([name, braces(phrase)]).toEqual([name, braces(english.get(name)!)]);
    }
  });
});

it('a language without phrases is answered in the next one wished for, else in English', () => {
  expect(pagePhrasesIn(['fi', 'he-IL'])).toMatchObject({ tag: 'he', dir: 'rtl' });
  expect(pagePhrasesIn(['fi'])).toMatchObject({ tag: 'en', dir: 'ltr' });
});

it('the page speaks every language that mails speak', () => {
  expect(Object.keys(PAGE_PHRASES).sort()).toEqual(Object.keys(PHRASES).sort());
});
