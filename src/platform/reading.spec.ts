import fc from 'fast-check';
import { firstProblems, labelFault, MAX_PROBLEMS, pointerTo, textFault } from './reading.js';

describe('reading what came from outside', () => {
  it('points at members as RFC 6901 does', () => {
    expect(pointerTo('/answers', 'a/b~c')).toBe('/answers/a~1b~0c');
    expect(pointerTo('/questions', 2)).toBe('/questions/2');
    expect(pointerTo('', 'x'.repeat(5000))).toHaveLength(101);
  });

  it('says exactly why a text cannot be kept', () => {
    expect(textFault('abc', 2)).toBe('has 3 characters; at most 2 are accepted');
    expect(textFault('ab\0c', 10)).toBe('has a NUL character at position 2');
    expect(textFault('😀\ud83d!', 10)).toMatch('half a surrogate pair at position 2');
    expect(textFault('😀', 10)).toBeNull();
    expect(labelFault(' \n', 10)).toBe('must not be blank');
    expect(labelFault(7, 10)).toBe('must be a text');
  });

  it('stops looking after enough problems', () => {
    let looked = 0;
    function* endless() {
      for (;;) yield { pointer: '', detail: `${looked++}` };
    }
    expect(firstProblems(endless())).toHaveLength(MAX_PROBLEMS);
    expect(looked).toBe(MAX_PROBLEMS);
  });

  it('never puts into a pointer what a database cannot store', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) }),
        (key) => expect(textFault(pointerTo('', key), 1000)).toBeNull(),
      ),
    );
  });
});
