import { searchConfigurationOf } from './text-search.js';

it.each([
  ['en', 'english'],
  ['nb', 'norwegian'],
  ['ja', null],
  ['constructor', null],
  [null, null],
])('a text in %s is searched as %s', (language, configuration) => {
  expect(searchConfigurationOf(language)).toBe(configuration);
});
