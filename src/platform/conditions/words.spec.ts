import fc from 'fast-check';
import { isSameText, mentions, phraseOf, wordsOf } from './words.js';

describe('a keyword', () => {
  it.each([
    ['invoice', 'My INVOICE, again.'],
    ['cafe', 'Das Café war zu.'],
    ['Café', 'das cafe\u0301'],
    ['strasse', 'in der Straße'],
    ['ΟΔΟΣ', 'η οδός'],
    ['istanbul', 'İstanbul office'],
    ['late invoice', 'a late\n  invoice'],
    ["don't", 'I don’t know'],
    ['e-mail', 'your E-Mail'],
    ['refund*', 'I was refunded'],
    ['late inv*', 'a late invoice'],
    ['ver*', 'das Vertragsende'],
    ['发票', '我没有收到发票'],
    ['แย่', 'บริการแย่มาก'],
    ['서비스*', '서비스가 느려요'],
    ['счет', 'Где мой счёт?'],
    ['😡', 'really😡😡'],
    ['❤', 'love ❤️'],
    ['in-voice', 'your in\u2010voice'],
    ['invoice', 'in\u00advoice'],
    ['ﬁne', 'it is fine'],
    ['24/7', 'support 24/7!'],
  ])('%s is found in “%s”', (keyword, text) => {
    expect(mentions(wordsOf(text), phraseOf(keyword))).toBe(true);
  });

  it.each([
    ['voice', 'My invoice'],
    ['refund', 'refunded'],
    ['late invoice', 'late, but the invoice'],
    ['invoice late', 'late invoice'],
    ['की', 'कि'],
    ['.*', 'anything'],
    ['*', 'anything'],
    ['', 'anything'],
    ['invoice', ''],
  ])('%s is not found in “%s”', (keyword, text) => {
    expect(mentions(wordsOf(text), phraseOf(keyword))).toBe(false);
  });

  it('is found in every text that holds it between spaces', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => wordsOf(text) !== '');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        word,
        fc.string({ unit: 'binary' }),
        (before, keyword, after) => {
          expect(mentions(wordsOf(`${before} ${keyword} ${after}`), phraseOf(keyword))).toBe(true);
        },
      ),
    );
  });

  it('is found quickly in text made to be slow', () => {
    // Thirty thousand marks of different classes on one letter: sorting them takes seconds unless they are capped.
    expect(mentions(wordsOf(`invoic${'e' + '\u05b0\u0301\u05bc'.repeat(30_000)} x`), phraseOf('x'))).toBe(
      true,
    );
  });
});

describe('the same text', () => {
  it('is told whatever its letter case and encoding', () => {
    expect(isSameText('Gold', ' GOLD')).toBe(true);
    expect(isSameText('Zo\u00eb', 'ZOE\u0308')).toBe(true);
    expect(isSameText('Zoë', 'Zoe')).toBe(false);
  });
});
