import fc from 'fast-check';
import { mailProblems, MAX_SUBJECT_CHARS } from './mail-text.js';

const mail = { subject: 'How was it, {{firstName}}?', intro: 'One question, until {{closesOn}}.' };

function problemsOf(value: unknown): Record<string, string> {
  return Object.fromEntries([...mailProblems(value)].map(({ pointer, detail }) => [pointer, detail]));
}

describe("a campaign's words in mail", () => {
  it('are a subject and an intro, and both again in other languages', () => {
    expect(problemsOf(mail)).toEqual({});
    expect(problemsOf({ ...mail, translations: { de: mail, 'pt-BR': mail } })).toEqual({});
  });

  it.each([
    [null, '/mail', 'must be an object with subject and intro'],
    [{ subject: 'Hello' }, '/mail/intro', 'must be a text'],
    [{ ...mail, subject: ' ' }, '/mail/subject', 'must not be blank'],
    [{ ...mail, body: 'x' }, '/mail/body', 'is not a known field'],
    [{ ...mail, subject: 'x'.repeat(MAX_SUBJECT_CHARS + 1) }, '/mail/subject', 'at most 200'],
    [{ ...mail, subject: 'Hi\r\nBcc: x@example.com' }, '/mail/subject', 'must be one line'],
    [{ ...mail, intro: 'Dear {{title}}' }, '/mail/intro', 'has {{title}}, which is none of'],
    [
      { ...mail, translations: { german: mail, 'a b': mail } },
      '/mail/translations/a b',
      'named by a language tag',
    ],
    [
      { ...mail, translations: { de: { subject: 'Hallo' } } },
      '/mail/translations/de/intro',
      'must be a text',
    ],
    [{ ...mail, translations: { de: 'Hallo' } }, '/mail/translations/de', 'with subject and intro'],
  ])('refuse %j', (value, pointer, detail) => {
    expect(Object.keys(problemsOf(value))).toEqual([pointer]);
    expect(problemsOf(value)[pointer]).toMatch(detail);
  });

  it('can be refused whatever they are', () => {
    const nearly = fc.record({ subject: fc.anything(), intro: fc.anything(), translations: fc.anything() });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearly), (value) => {
        expect(Array.isArray([...mailProblems(value)])).toBe(true);
      }),
    );
  });
});
