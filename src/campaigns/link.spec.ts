import { type Link, NOBODY, readLink, sealLink } from './link.js';

const KEY = Buffer.alloc(32, 7);
const LINK: Link = {
  kind: 'personal',
  tenantId: '0190b0aa-0000-7000-8000-000000000001',
  waveId: '0190b0aa-0000-7000-8000-000000000002',
  subject: '0190b0aa-0000-7000-8000-000000000003',
};

describe('a link', () => {
  it('says for itself whose it is', () => {
    expect(readLink(KEY, sealLink(KEY, LINK))).toEqual(LINK);
    const open: Link = { ...LINK, kind: 'open', subject: NOBODY };
    expect(readLink(KEY, sealLink(KEY, open))).toEqual(open);
  });

  it('is 87 characters that any mail client leaves as they are', () => {
    expect(sealLink(KEY, LINK)).toMatch(/^[A-Za-z0-9_-]{87}$/);
  });

  it('is nothing when a single bit of it was changed', () => {
    const bytes = Buffer.from(sealLink(KEY, LINK), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const forged = Buffer.from(bytes);
      forged[bit >> 3]! ^= 1 << (bit & 7);
      expect(readLink(KEY, forged.toString('base64url'))).toBeNull();
    }
  });

  it('is nothing under another key, cut short, made longer or empty', () => {
    const token = sealLink(KEY, LINK);
    expect(readLink(Buffer.alloc(32, 8), token)).toBeNull();
    for (const text of [token.slice(0, -1), `${token}A`, '', 'x']) expect(readLink(KEY, text)).toBeNull();
  });

  it('has one spelling, though its last letter holds bits that say nothing', () => {
    const token = sealLink(KEY, LINK);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const spellings = [...alphabet].map((last) => token.slice(0, -1) + last);
    const same = spellings.filter((text) =>
      Buffer.from(text, 'base64url').equals(Buffer.from(token, 'base64url')),
    );
    expect(same).toHaveLength(4);
    expect(spellings.filter((text) => readLink(KEY, text))).toEqual([token]);
  });
});
