import { type GuessLanguage, languageOf } from './language.js';

const found = (text: string, known: string | null, guess: ReturnType<GuessLanguage>) =>
  languageOf(text.toLowerCase().split(' '), known, () => guess);
const sure = (code: string) => ({ code, isReliable: true });
const unsure = (code: string) => ({ code, isReliable: false });

describe('the language of a text', () => {
  it('is English where most of its words are, whatever a guess would be', () => {
    expect(found('this is really good', 'de', sure('nl'))).toEqual({
      ...{ code: 'en', isReliable: true, isSupported: true },
    });
  });

  it('is what a sure guess says, even in an English survey', () => {
    expect(found('muy buen servicio pero caro', 'en', sure('es'))).toEqual({
      ...{ code: 'es', isReliable: true, isSupported: false },
    });
  });

  it('is that of the survey where the text is too short to tell', () => {
    expect(found('super', 'de-AT', unsure('sv'))).toMatchObject({ code: 'de', isReliable: false });
    expect(found('super', 'en-GB', unsure('sv'))).toMatchObject({ code: 'en', isSupported: true });
  });

  it('is that of the survey for signs, figures and links', () => {
    expect(found('12 👍 https://x.example', 'fr', sure('en'))).toMatchObject({
      code: 'fr',
      isReliable: false,
    });
  });

  it('is unknown where nobody knows, and then not supported', () => {
    expect(found('hm', null, unsure(''))).toEqual({ code: null, isReliable: false, isSupported: false });
  });

  it.each(['und', 'mul', '', 'x-klingon', '???'])('is not taken from the tag “%s”', (tag) => {
    expect(found('hm', tag, unsure(''))).toMatchObject({ code: null });
  });
});
