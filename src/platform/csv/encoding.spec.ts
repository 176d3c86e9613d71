import fc from 'fast-check';
import { Decoder, Encoding, sniffEncoding, UNDECODABLE } from './encoding.js';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

function decode(encoding: Encoding, source: Uint8Array, pieceLength = source.length || 1): string {
  const decoder = new Decoder(encoding);
  let text = '';
  for (let at = 0; at < source.length; at += pieceLength)
    text += decoder.write(source.subarray(at, at + pieceLength));
  return text + decoder.end();
}

describe('the encoding of a sample', () => {
  it('is the one its byte order mark names', () => {
    expect(sniffEncoding(bytes([0xef, 0xbb, 0xbf], 'a'))).toEqual({
      encoding: 'utf-8',
      bomBytes: 3,
      isCertain: true,
    });
    expect(sniffEncoding(bytes([0xff, 0xfe, 0x61, 0]))).toMatchObject({ encoding: 'utf-16le', bomBytes: 2 });
    expect(sniffEncoding(bytes([0xfe, 0xff, 0, 0x61]))).toMatchObject({ encoding: 'utf-16be', bomBytes: 2 });
  });

  it('is UTF-8 when the bytes are valid, also when the sample stops inside a character', () => {
    const sample = bytes('Übergröße €');
    for (let end = 0; end <= sample.length; end++)
      expect(sniffEncoding(sample.subarray(0, end))).toMatchObject({ encoding: 'utf-8', isCertain: true });
  });

  it('is taken for windows-1252 when they are not', () => {
    expect(sniffEncoding(bytes('caf', [0xe9], ';9'))).toEqual({
      encoding: 'windows-1252',
      bomBytes: 0,
      isCertain: false,
    });
  });
});

describe('decoding', () => {
  it('knows the signs windows-1252 has where ISO 8859-1 has none', () => {
    expect(decode('windows-1252', bytes([0x80, 0x93, 0xe9, 0x94, 0x9f]))).toBe('€“é”Ÿ');
  });

  it('marks invalid bytes on the line where they stand and leaves its neighbours alone', () => {
    expect(decode('utf-8', bytes('fine \uFFFD\nbad ', [0xff], '\nfine é'))).toBe(
      `fine \uFFFD\nbad ${UNDECODABLE}\nfine é`,
    );
  });

  it('marks a character that the end of the file cuts off', () => {
    expect(decode('utf-8', bytes('a', [0xc3]))).toBe(`a${UNDECODABLE}`);
    expect(decode('utf-16le', bytes([0x61, 0, 0x62]))).toBe(`a${UNDECODABLE}`);
  });

  it('gives every text back, in whatever pieces it arrives', () => {
    const text = fc.string({ unit: 'grapheme' });
    const utf16be = (source: string) => Buffer.from(source, 'utf16le').swap16();
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (source, pieceLength) => {
        expect(decode('utf-8', Buffer.from(source), pieceLength)).toBe(source);
        expect(decode('utf-16le', Buffer.from(source, 'utf16le'), pieceLength)).toBe(source);
        expect(decode('utf-16be', utf16be(source), pieceLength)).toBe(source);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    const encoding = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252');
    fc.assert(
      fc.property(encoding, fc.uint8Array(), fc.integer({ min: 1, max: 5 }), (name, source, pieceLength) => {
        decode(name, source, pieceLength);
      }),
    );
  });
});
