import { filled, PHRASES, phrasesIn } from './phrases.js';
import { ENGLISH } from './phrases-en.js';

const languages = ['en', 'ar', 'de', 'es', 'fr', 'he', 'it', 'nl', 'pl', 'pt'];

describe('what Heed says by itself', () => {
  it('is said in ten languages', () => expect(Object.keys(PHRASES)).toEqual(languages));

  it.each(languages)('in %s is complete, and names what it names in English', (tag) => {
    const namesIn = (phrase: string) => [...(phrase.match(/\{\w+\}/g) ?? [])].sort();
    const named = (phrases: object) =>
      Object.fromEntries(Object.entries(phrases).map(([key, phrase]) => [key, namesIn(phrase as string)]));
    expect(named(PHRASES[tag]!)).toEqual(named(ENGLISH));
    for (const phrase of Object.values(PHRASES[tag]!)) expect(phrase).toMatch(/\p{L}/u);
  });

  it.each(languages.filter((tag) => tag !== 'en'))('in %s is not left in English', (tag) => {
    for (const [key, phrase] of Object.entries(PHRASES[tag]!)) {
      expect(phrase).not.toBe(ENGLISH[key as keyof typeof ENGLISH]);
    }
  });

  it('is said in the first language that is known, else in English', () => {
    expect(phrasesIn(['ja', 'pt-BR', 'de'])).toMatchObject({ tag: 'pt', dir: 'ltr' });
    expect(phrasesIn(['he-IL'])).toMatchObject({ tag: 'he', dir: 'rtl' });
    expect(phrasesIn([])).toEqual({ phrases: ENGLISH, tag: 'en', dir: 'ltr' });
  });

  it('names whom and what it is about; a name is never read as a phrase', () => {
    expect(filled(ENGLISH.unsubscribedText, { company: '{email}', email: 'a@b.example' })).toBe(
      '{email} will send no more surveys to a@b.example.',
    );
    expect(filled('{toString} {x}', { x: 1 })).toBe('{toString} 1');
  });
});
