import { ownNameOf, spokenMoment } from './spoken.js';

it('a moment is said in the reader’s language and the campaign’s time zone', () => {
  const moment = new Date('2026-12-13T22:59:00Z');
  expect(spokenMoment(moment, 'en-GB', 'UTC')).toBe('13 December 2026 at 22:59');
  expect(spokenMoment(moment, 'en-GB', 'Europe/Berlin')).toBe('13 December 2026 at 23:59');
  expect(spokenMoment(moment, 'de', 'Europe/Berlin')).toBe('13. Dezember 2026 um 23:59');
});

it.each([
  ['de', 'Deutsch'],
  ['ar', 'العربية'],
  ['pt-BR', 'português (Brasil)'],
])('%s is called %s', (tag, name) => expect(ownNameOf(tag)).toBe(name));
