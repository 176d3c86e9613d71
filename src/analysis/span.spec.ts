import { overlaps, spanFault, wholeOf } from './span.js';

describe('a span', () => {
  const text = 'So 😀 now';
  it.each([
    [{ start: 0, end: 2 }, null],
    [{ start: 3, end: 5 }, null],
    [{ start: 0, end: text.length }, null],
    [{ start: 2, end: 2 }, 'must end after it starts'],
    [{ start: 3, end: 1 }, 'must end after it starts'],
    [{ start: 0, end: 10 }, 'must end within the text, which has 9 UTF-16 code units'],
    [{ start: 0, end: 4 }, 'must not cut a character in two'],
    [{ start: 4, end: 6 }, 'must not cut a character in two'],
  ])('%j: %s', (span, fault) => expect(spanFault(span, text)).toBe(fault));

  it('of a whole text leaves out the blanks around it', () => {
    expect(wholeOf('  late \n')).toEqual({ start: 2, end: 6 });
    expect(wholeOf(' ')).toEqual({ start: 0, end: 1 });
  });

  it('overlaps another when they share a place', () => {
    expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 5 })).toBe(true);
    expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
  });
});
