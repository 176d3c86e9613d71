import { afterMerge, countedFor, type Placed, treeFault } from './theme-tree.js';

/** `a > b` nests b in a. */
const tree = (...paths: string[]): Placed[] =>
  paths.map((path) => {
    const [id, parentId = null] = path.split(' > ').reverse();
    return { id: id!, parentId };
  });
const counted = (themes: Placed[], merged: Record<string, string> = {}) =>
  countedFor(themes.map((theme) => ({ ...theme, mergedIntoId: merged[theme.id] ?? null })));

describe('themes may be nested', () => {
  it('in three levels', () => {
    expect(treeFault(tree('service', 'service > support', 'support > hotline'))).toBeNull();
    expect(treeFault(tree('service', 'service > support', 'support > hotline', 'hotline > music'))).toBe(
      'too_deep',
    );
  });

  it('not in themselves, however far round', () => {
    expect(treeFault(tree('a > a'))).toBe('circle');
    expect(treeFault(tree('a > b', 'b > c', 'c > a'))).toBe('circle');
    expect(treeFault(tree('top', 'a > b', 'b > a'))).toBe('circle');
  });

  it('in one that is gone, which is as good as at the top', () => {
    expect(treeFault(tree('gone > a', 'a > b', 'b > c'))).toBeNull();
  });
});

describe('merging', () => {
  it('hands on what is nested in the one', () => {
    const themes = tree('price', 'price > discounts', 'billing');
    expect(afterMerge(themes, 'price', 'billing')).toEqual(tree('billing > discounts', 'billing'));
  });

  it('into a part of it puts the part in its place', () => {
    const themes = tree('service', 'service > support', 'support > hotline', 'support > chat');
    expect(afterMerge(themes, 'support', 'hotline')).toEqual(
      tree('service', 'service > hotline', 'hotline > chat'),
    );
  });

  it('into what it is a part of leaves that where it is', () => {
    expect(afterMerge(tree('a', 'a > b', 'b > c'), 'b', 'a')).toEqual(tree('a', 'a > c'));
  });
});

describe('a mention counts', () => {
  it('for its theme and all that this is nested in', () => {
    expect(counted(tree('a', 'a > b', 'b > c')).get('c')).toEqual(['c', 'b', 'a']);
  });

  it('for the theme it was merged into, and no longer for where it was', () => {
    const places = counted(tree('a', 'a > old', 'b', 'b > new'), { old: 'new' });
    expect(places.get('old')).toEqual(['new', 'b']);
  });
});
