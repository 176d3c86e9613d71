import { themeKeys } from './theme-keys.js';

const themes = [
  { id: '1', key: 'billing', parentId: null, mergedIntoId: null },
  { id: '2', key: 'invoices', parentId: '1', mergedIntoId: null },
  { id: '3', key: 'bills', parentId: null, mergedIntoId: '2' },
];

describe('a mention of a theme', () => {
  it('is one of all the theme is nested in', () => {
    expect(themeKeys(themes).get('2')).toEqual(['invoices', 'bills', 'billing']);
    expect(themeKeys(themes).get('1')).toEqual(['billing']);
  });

  it('made before the theme was merged is one of the theme that is left', () => {
    expect(themeKeys(themes).get('3')).toEqual(themeKeys(themes).get('2'));
  });
});
