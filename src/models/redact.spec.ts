import fc from 'fast-check';
import { isCardNumber } from './personal-numbers.js';
import { redact } from './redact.js';

const redacted = (text: string, names: string[] = []) => redact(text, names).text;

describe('what would tell who wrote it', () => {
  it.each([
    ['an e-mail address', 'Write to cora.klein+nps@customer.example.', 'Write to [EMAIL].'],
    ['an address in brackets', 'Cora <cora@customer.example>, again', 'Cora <[EMAIL]>, again'],
    ['an address of another script', 'почта: мария@пример.рф!', 'почта: [EMAIL]!'],
    ['an address at an IP address', 'to root@[10.0.0.1] please', 'to [EMAIL] please'],
    ['a number abroad', 'Call +49 (0)30 / 1234-567 now', 'Call [PHONE] now'],
    ['a number without spaces', 'or 0612345678.', 'or [PHONE].'],
    ['a number in other digits', 'اتصل ٠١٢٣٤٥٦٧٨٩ الآن', 'اتصل [PHONE] الآن'],
    ['a card', 'paid with 4111 1111 1111 1111 12/27', 'paid with [CARD] 12/27'],
    ['a card between other numbers', '123 4111-1111-1111-1111 4567890', '123 [CARD] [PHONE]'],
    ['a bank account', 'refund to DE89 3704 0044 0532 0130 00 please', 'refund to [IBAN] please'],
    ['a bank account in one', 'gb82west12345698765432', '[IBAN]'],
  ])('is taken out: %s', (_, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    ['the name', 'Regards, Cora Klein', 'Regards, [NAME] [NAME]'],
    ['a part of it, in small letters', 'cora here', '[NAME] here'],
    ['in the genitive', "Cora's order", "[NAME]'s order"],
    ['with accents or without', 'José and Jose', '[NAME] and [NAME]'],
    ['a short one as it is spelt', 'Bo said, bo', '[NAME] said, bo'],
    ['in a script without spaces', '王小明说很慢', '[NAME]说很慢'],
    ['with a number of the mailbox', 'ask klein99 or klein', 'ask [NAME] or [NAME]'],
  ])('is taken out when it is the contact: %s', (_, text, expected) => {
    expect(redacted(text, ['Cora Klein', 'klein99', 'Jose', 'Bo', '王小明'])).toBe(expected);
  });

  it.each([
    'Waited since 2026-03-02, i.e. 02.03.2026',
    'In 2024 - 2025 it cost 1,250.00 for 12 months',
    'Version 10.2.1 at 12:30, room @home, 10 @ 5',
    'ibid. AB12 nothing here',
  ])('is not in "%s"', (text) => expect(redacted(text, ['Cora'])).toBe(text));

  it('does not mistake an office for a person', () => {
    expect(redacted('Support never answers', ['support', 'Info'])).toBe('Support never answers');
  });
});

describe('a range of the redacted text', () => {
  const text = 'Cora wrote to a@b.example, twice.';
  const { text: shown, toOriginal } = bound(redact(text, ['Cora']));
  const original = (quote: string) => {
    const start = shown.indexOf(quote);
    const span = toOriginal({ start, end: start + quote.length });
    return text.slice(span.start, span.end);
  };

  it.each([
    [' wrote to ', ' wrote to '],
    ['[EMAIL], twice', 'a@b.example, twice'],
    ['MAIL], tw', 'a@b.example, tw'],
    ['[NAME] wrote', 'Cora wrote'],
    ['NAM', 'Cora'],
  ])('"%s" stands for "%s"', (quote, expected) => expect(original(quote)).toBe(expected));
});

/** Text around something personal: letters, marks and other personal things. */
const around = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(' ', '@', '.', '-', '+49 30 1234567', 'Cora', '4111111111111111', 'x@y.example', '😀'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('whatever is around it', () => {
  it('no e-mail address survives', () => {
    fc.assert(
      fc.property(around, fc.emailAddress(), around, (before, email, after) => {
        expect(redacted(before + email + after)).not.toContain(email);
      }),
    );
  });

  it('no payment card survives between words', () => {
    const card = fc
      .array(fc.nat(9), { minLength: 12, maxLength: 18 })
      .map((digits) => digits.join(''))
      .map((digits) => Array.from({ length: 10 }, (_, i) => `${digits}${i}`).find(isCardNumber)!);
    fc.assert(
      fc.property(around, card, around, (before, digits, after) => {
        expect(redacted(`${before} ${digits} ${after}`)).not.toContain(digits);
      }),
    );
  });

  it('every range stands for an exact one of the original', () => {
    const cut = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(around, cut, cut, (text, from, length) => {
        const { text: shown, toOriginal } = bound(redact(text, ['Cora']));
        if (shown === '') return;
        const start = Math.floor(from * shown.length);
        const end = start + 1 + Math.floor(length * (shown.length - start));
        const span = toOriginal({ start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        const quote = shown.slice(start, end);
        if (!/[[\]A-Z]/.test(quote)) expect(text.slice(span.start, span.end)).toBe(quote);
      }),
    );
  });

  it.each(['@', 'a@', 'a.', '1 ', '4', 'AB12', 'AB12 ', '+(', '1-', 'Cora ', '[EMAIL]', '王小明'])(
    'a hundred thousand times "%s" are read in one go',
    (text) => {
      const long = text.repeat(100_000);
      expect(redact(long, ['Cora', '王小明']).text.length).toBeGreaterThan(0);
    },
  );
});

function bound(one: ReturnType<typeof redact>) {
  return { text: one.text, toOriginal: one.toOriginal.bind(one) };
}
