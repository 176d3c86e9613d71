import fc from 'fast-check';
import { logoFault, MAX_LOGO_BYTES, readImage } from './logo-image.js';

/** The beginnings of 40 × 20 images, as their formats lay them down. */
const images = {
  'image/png': '89504e470d0a1a0a0000000d49484452' + '0000002800000014' + '0806000000',
  'image/gif': '474946383961' + '28001400' + '800000',
  'image/jpeg': 'ffd8' + 'ffe000104a46494600010100000100010000' + 'ffc20011080014002803012200021101031101',
  'image/webp': '52494646000000005745425056503858' + '0a00000010000000' + '270000' + '130000',
};
const lossless = '5249464600000000574542505650384c' + '00000000' + '2f' + '27c00400';
const lossy = '52494646000000005745425056503820' + '00000000' + '300100' + '9d012a' + '28001400';

const bytesOf = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(40)]);

describe('a logo', () => {
  it.each(Object.entries(images))('may be %s', (type, hex) => {
    expect(readImage(bytesOf(hex))).toEqual({ type, width: 40, height: 20 });
    expect(logoFault(bytesOf(hex))).toBeNull();
  });

  it('may be WebP of the other two kinds', () => {
    const webp = { type: 'image/webp', width: 40, height: 20 };
    expect(readImage(bytesOf(lossy))).toEqual(webp);
    expect(readImage(bytesOf(lossless))).toEqual(webp);
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script> and some more')],
    ['the beginning of a PNG', Buffer.from(images['image/png'].slice(0, 20), 'hex')],
    ['a JPEG without a frame', bytesOf('ffd8ffe000044a46')],
  ])('cannot be %s', (_what, bytes) => {
    expect(logoFault(bytes)).toBe('is no PNG, JPEG, WebP or GIF image');
  });

  it('is neither too large nor too small', () => {
    const png = bytesOf(images['image/png']);
    expect(logoFault(Buffer.alloc(0))).toBe('is empty');
    expect(logoFault(Buffer.concat([png, Buffer.alloc(MAX_LOGO_BYTES)]))).toBe('is larger than 100 kB');
    png.writeUInt32BE(2_001, 16);
    expect(logoFault(png)).toBe('is 2001 × 20 pixels; each side must have 16 to 2000');
    png.writeUInt32BE(0, 16);
    expect(logoFault(png)).toMatch('is 0 × 20 pixels');
  });

  it('is read without throwing, whatever it is', () => {
    const beginning = fc.constantFrom(...Object.values(images), lossy, lossless, '');
    fc.assert(
      fc.property(beginning, fc.uint8Array({ maxLength: 60 }), fc.nat(80), (hex, rest, length) => {
        const bytes = Buffer.concat([Buffer.from(hex, 'hex'), rest]).subarray(0, length);
        expect(() => logoFault(bytes)).not.toThrow();
      }),
    );
  });
});
