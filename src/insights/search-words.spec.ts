import { searchWords } from './search-words.js';

describe('words to search for', () => {
  it.each([
    ['slow -app "not -now" or e-mail', 'slow -app "not -now" or e-mail'],
    ['good -- but slow', 'good   but slow'],
    [`${'-'.repeat(500)}slow`, ' slow'],
    ['- - -(-!-|-slow', ' slow'],
  ])('%s', (typed, words) => expect(searchWords(typed)).toBe(words));
});
