import fc from 'fast-check';
import { parseColumnMap, planColumns } from './column-map.js';
import { PROPERTY_VALUE_LENGTH } from '../platform/properties.js';
import { importRow, ImportPlan } from './import-row.js';
import { MAX_FIELD_CHARS } from './row-cells.js';
import { parseScale } from './score-scale.js';

const now = new Date('2022-10-15T12:00:00Z');
const csat = { min: 1, max: 5 };

function planOf(headers: string[], map = ''): ImportPlan {
  const columns = planColumns(headers, parseColumnMap(map));
  return { columns, scale: parseScale('1..5 reversed', csat), dateOrder: 'dmy', now };
}

const headers = [
  'Score',
  'Comment',
  'Date',
  'Contact ID',
  'E-Mail',
  'Account',
  'Language',
  'Channel',
  'Region',
];
const good = [
  '1',
  ' Quick\nand kind ',
  '30/09/2021',
  'c-7',
  'ann@example.com',
  'Acme',
  'en',
  'email',
  'North',
];
const outcomeOf = (changes: Partial<Record<string, string>>) => {
  const values = headers.map((header, index) => changes[header] ?? good[index]!);
  return importRow({ line: 7, values }, planOf(headers));
};

describe('a row', () => {
  it('becomes feedback on the scale of the question', () => {
    expect(outcomeOf({})).toEqual({
      ok: true,
      unreadScore: null,
      isDateAmbiguous: false,
      item: {
        respondedAt: new Date('2021-09-30T12:00:00Z'),
        score: 5,
        comment: 'Quick\nand kind',
        contact: { externalId: 'c-7', email: 'ann@example.com' },
        account: { name: 'Acme' },
        language: 'en',
        channel: 'email',
        properties: { Region: 'North' },
      },
    });
  });

  it('keeps nothing of what is empty', () => {
    const values = ['2', '', '30/09/2021', '', ' ', '', '', '', ''];
    expect(importRow({ line: 7, values }, planOf(headers))).toEqual({
      ok: true,
      unreadScore: null,
      isDateAmbiguous: false,
      item: { respondedAt: new Date('2021-09-30T12:00:00Z'), score: 4, comment: null, properties: {} },
    });
  });

  it('has no score where the cell is off the stated scale, and says so', () => {
    expect(outcomeOf({ Score: '7' })).toMatchObject({ ok: true, item: { score: null }, unreadScore: '7' });
    expect(outcomeOf({ Score: '' })).toMatchObject({ ok: true, item: { score: null }, unreadScore: null });
  });

  it('without a score or a comment is skipped, not wrong', () => {
    expect(outcomeOf({ Score: '', Comment: ' ' })).toEqual({
      ok: false,
      skipped: true,
      line: 7,
      column: null,
      reason: 'there is neither a score nor a comment',
    });
    expect(outcomeOf({ Score: '6', Comment: '' })).toMatchObject({
      skipped: true,
      reason: 'there is neither a score nor a comment; “6” is no score on the stated scale',
    });
  });

  it('says when only the stated order of day and month decided its date', () => {
    expect(outcomeOf({ Date: '01/02/2022' })).toMatchObject({ ok: true, isDateAmbiguous: true });
  });

  it('may have soft line breaks', () => {
    expect(outcomeOf({ Comment: 'one\vtwo' })).toMatchObject({ ok: true, item: { comment: 'one\vtwo' } });
  });

  it('is dated at the import when the file has no dates', () => {
    const outcome = importRow({ line: 2, values: ['1'] }, planOf(['Score']));
    expect(outcome).toMatchObject({ ok: true, item: { respondedAt: now } });
  });

  it('may have a property of any name', () => {
    const outcome = importRow({ line: 2, values: ['1', 'odd'] }, planOf(['Score', '__proto__']));
    expect(outcome.ok && Object.entries(outcome.item.properties)).toEqual([['__proto__', 'odd']]);
  });
});

describe('a wrong row', () => {
  it.each([
    ['Date', '31/06/2021', '“31/06/2021” is no date'],
    ['Date', '', 'there is no date'],
    ['E-Mail', 'ann at example', '“ann at example” is no e-mail address'],
    ['Comment', 'ding\x07', 'has the control character U+0007 at position 5'],
    ['Region', 'a\0b', 'has the control character U+0000 at position 2'],
    ['Region', 'x'.repeat(PROPERTY_VALUE_LENGTH + 1), 'has 2001 characters; at most 2000 are kept'],
    ['Comment', 'x'.repeat(MAX_FIELD_CHARS.comment + 1), 'has 100001 characters; at most 100000 are kept'],
  ])('is reported by line, column %s and reason', (column, value, reason) => {
    expect(outcomeOf({ [column]: value })).toEqual({ ok: false, skipped: false, line: 7, column, reason });
  });

  it('may have more properties than are kept', () => {
    const many = ['Score', ...Array.from({ length: 101 }, (_, at) => `tag ${at}`)];
    const plan = planOf(many);
    const filled = (count: number) => [
      '1',
      ...Array.from({ length: 101 }, (_, at) => (at < count ? 'x' : '')),
    ];
    expect(importRow({ line: 2, values: filled(100) }, plan).ok).toBe(true);
    expect(importRow({ line: 2, values: filled(101) }, plan)).toMatchObject({
      column: 'tag 100',
      reason: 'the row has more than 100 properties',
    });
  });
});

it('whatever the cells, a row is feedback that can be kept or has a reason', () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...good));
  const plan = planOf(headers);
  fc.assert(
    fc.property(fc.tuple(...headers.map(() => cell)), (values) => {
      const outcome = importRow({ line: 7, values }, plan);
      if (!outcome.ok) return expect(outcome).toMatchObject({ line: 7, reason: expect.stringMatching(/./) });
      const { score, comment, respondedAt } = outcome.item;
      expect(score !== null || comment !== null).toBe(true);
      expect(score === null || (score >= 1 && score <= 5)).toBe(true);
      expect(respondedAt.getTime()).not.toBeNaN();
      expect(JSON.stringify(outcome.item)).not.toContain('\\u0000');
    }),
  );
});
