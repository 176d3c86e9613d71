import fc from 'fast-check';
import { colourFault, contrast, HEED_COLOUR, textColourOn } from './brand-colour.js';

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc
  .tuple(channel, channel, channel)
  .map((channels) => `#${channels.map((one) => one.toString(16).padStart(2, '0')).join('')}`);

describe('the colour of a brand', () => {
  it('differs from another by 1 to 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#777777')).toBe(1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2); // the well-known grey that just fails
  });

  it('must stand out from a white page; one that does not is told of the nearest that does', () => {
    expect(colourFault('#1f5fbf')).toBeNull();
    expect(colourFault('#ffcc00')).toBe(
      'has a contrast of 1.5:1 to a white page; at least 3:1 is needed, as #b49000 has',
    );
    expect(colourFault('#FFFFFF')).toMatch('as #949494 has');
    expect(colourFault(HEED_COLOUR)).toBeNull();
  });

  it.each(['red', '#fff', '#12345g', '', '#1234567'])('cannot be %j', (text) => {
    expect(colourFault(text)).toBe('must be a colour such as #1f5fbf');
  });

  it('can always be mended as it is told', () => {
    fc.assert(
      fc.property(colour, (one) => {
        const fault = colourFault(one);
        return fault === null || colourFault(/as (#\w+) has/.exec(fault)![1]!) === null;
      }),
    );
  });

  it('bears white or black text, whichever reads better, at 4.5:1 or more', () => {
    expect(textColourOn('#1f5fbf')).toBe('#ffffff');
    expect(textColourOn('#ffcc00')).toBe('#000000');
    fc.assert(fc.property(colour, (one) => contrast(one, textColourOn(one)) >= 4.5));
  });
});
