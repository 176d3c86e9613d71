import type { Span } from '../analyzer/analysis.js';

/** Digits with the marks that people put between the groups of a number; at most three in a row. */
const NUMBER = /[+(]{0,2}\p{Nd}(?:[ \t\u00a0\u202f().\-/\u2010-\u2015]{0,3}\p{Nd})*/gu;
const DATE = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})(?: \d{1,2})?$/;
const YEARS = /^(?:19|20)\d\d[ \-/\u2010-\u2015]{1,3}(?:19|20)\d\d$/;

/** Fewer are a postcode, a price, a version. */
const MIN_PHONE_DIGITS = 7;
const MIN_CARD_DIGITS = 13;
const MAX_CARD_DIGITS = 19;
const ZERO = 0x30;

const IBAN_START = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]){11,30}/giu;
const MIN_IBAN_LENGTH = 15;

export interface NumberFound extends Span {
  kind: 'CARD' | 'PHONE';
}

/**
 * Where a text has payment cards (13 to 19 digits that satisfy Luhn's formula) and what may be telephone numbers: any
 * other run of seven digits or more that is no date. Linear in the length of the text.
 */
export function cardsAndPhonesIn(text: string): NumberFound[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: run, index }) =>
    DATE.test(run) || YEARS.test(run) ? [] : classified(run, index),
  );
}

interface Group {
  digits: string;
  start: number;
  end: number;
}

/** Cards stand on whole groups of digits; what is left between them is taken together. */
function classified(run: string, offset: number): NumberFound[] {
  const groups = [...run.matchAll(/\p{Nd}+/gu)].map(({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
  }));
  if (groups[0]) groups[0].start = offset; // with what introduces it: a plus, a bracket
  const found: NumberFound[] = [];
  let between: Group[] = [];
  for (let at = 0; at < groups.length;) {
    const length = cardAt(groups, at);
    if (length === 0) between.push(groups[at++]!);
    else {
      found.push(...phoneOf(between), { ...spanOf(groups.slice(at, at + length)), kind: 'CARD' });
      between = [];
      at += length;
    }
  }
  return [...found, ...phoneOf(between)];
}

/** Of how many groups the longest card that begins with this one consists; 0 when none does. */
function cardAt(groups: Group[], at: number): number {
  let digits = '';
  let length = 0;
  for (let next = at; next < groups.length && digits.length < MAX_CARD_DIGITS; next++) {
    digits += groups[next]!.digits.slice(0, MAX_CARD_DIGITS + 1);
    if (isCardNumber(digits)) length = next - at + 1;
  }
  return length;
}

/** Whether these are as many digits as a payment card has, and pass the check of ISO/IEC 7812-1 (Luhn's formula). */
export function isCardNumber(digits: string): boolean {
  if (digits.length < MIN_CARD_DIGITS || digits.length > MAX_CARD_DIGITS) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const isDoubled = (digits.length - i) % 2 === 0;
    const digit = digits.charCodeAt(i) - ZERO;
    if (digit > 9) return false; // of another script
    const value = isDoubled ? 2 * digit : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

function phoneOf(groups: Group[]): NumberFound[] {
  const count = groups.reduce((sum, { digits }) => sum + digits.length, 0);
  return count < MIN_PHONE_DIGITS ? [] : [{ ...spanOf(groups), kind: 'PHONE' }];
}

function spanOf(groups: Group[]): Span {
  return { start: groups[0]!.start, end: groups.at(-1)!.end };
}

/** Where a text has international bank account numbers (ISO 13616) whose check digits are right. Linear in its length. */
export function ibansIn(text: string): Span[] {
  const found: Span[] = [];
  const pattern = new RegExp(IBAN_START);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const length = ibanLength(match[0], text[pattern.lastIndex]);
    if (length > 0) found.push({ start: match.index, end: match.index + length });
    pattern.lastIndex = match.index + (length || 4);
  }
  return found;
}

/** How many characters of the candidate are an account number, the longest that ends where a word does; 0 for none. */
function ibanLength(candidate: string, following: string | undefined): number {
  for (let end = candidate.length; end >= MIN_IBAN_LENGTH; end--) {
    const next = end === candidate.length ? following : candidate[end];
    if (next !== undefined && /[\p{L}\p{N}]/u.test(next)) continue;
    if (isIban(candidate.slice(0, end).replace(/[ -]/g, ''))) return end;
  }
  return 0;
}

/** The remainder of ISO 7064 (mod 97) over the number with its first four characters at the end must be 1. */
function isIban(compact: string): boolean {
  if (compact.length < MIN_IBAN_LENGTH) return false;
  const rearranged = compact.slice(4) + compact.slice(0, 4);
  let remainder = 0;
  for (let i = 0; i < rearranged.length; i++) {
    const value = parseInt(rearranged[i]!, 36); // a letter stands for two digits, A for 10
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
