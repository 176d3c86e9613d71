import fc from 'fast-check';
import { parseColumnMap, planColumns } from './column-map.js';
import { contactRow } from './contact-row.js';
import { CONTACT_FIELDS } from './import-fields.js';

const headers = ['Contact ID', 'E-Mail', 'Name', 'Capacity', 'Company ID', 'Company', 'Locale', 'Plan'];
const columns = planColumns(headers, parseColumnMap('', CONTACT_FIELDS), CONTACT_FIELDS);
const read = (...values: string[]) => contactRow({ line: 3, values }, columns);

describe('a row of a list of contacts', () => {
  it('is a person at a company', () => {
    expect(
      read('c-7', ' Ann@example.com', 'Ann', 'Decision maker', 'a-1', 'Acme', 'en', 'pro'),
    ).toMatchObject({
      ok: true,
      item: {
        externalId: 'c-7',
        email: 'Ann@example.com',
        name: 'Ann',
        capacity: 'decision_maker',
        language: 'en',
        properties: { Plan: 'pro' },
        account: { externalId: 'a-1', name: 'Acme' },
      },
    });
  });

  it('says where the person lives', () => {
    const zoned = planColumns(['E-Mail', 'Timezone'], parseColumnMap('', CONTACT_FIELDS), CONTACT_FIELDS);
    const zone = (text: string) => contactRow({ line: 3, values: ['ann@example.com', text] }, zoned);
    expect(zone('Asia/Tokyo')).toMatchObject({ item: { email: 'ann@example.com', timeZone: 'Asia/Tokyo' } });
    expect(zone('Tokyo')).toMatchObject({
      ok: false,
      column: 'Timezone',
      reason: '“Tokyo” is no time zone such as Europe/Berlin',
    });
  });

  it('may be about the company alone, whose properties they are then', () => {
    expect(read('', '', '', '', 'a-1', 'Acme', '', 'pro')).toMatchObject({
      ok: true,
      item: { account: { externalId: 'a-1', name: 'Acme', properties: { Plan: 'pro' } } },
    });
  });

  it.each([
    [
      ['c-7', '', '', 'janitor', '', '', '', ''],
      'Capacity',
      /^“janitor” is none of decision_maker, champion/,
    ],
    [['c-7', 'ann@', '', '', '', '', '', ''], 'E-Mail', /^“ann@” is no e-mail address$/],
    [['', '', 'Ann', '', 'a-1', '', '', ''], null, /^the contact has neither an id nor an e-mail address$/],
  ])('is rejected with its reason: %j', (values, column, reason) => {
    const outcome = read(...values);
    expect(outcome).toMatchObject({ ok: false, skipped: false, line: 3, column });
    expect(outcome).toHaveProperty('reason', expect.stringMatching(reason));
  });

  it('is skipped when it names nobody', () => {
    expect(read('', '', '', '', '', '', 'en', 'pro')).toMatchObject({ ok: false, skipped: true });
  });

  it('whatever its cells, is somebody or has a reason', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', 'ann@example.com', 'champion'));
    fc.assert(
      fc.property(fc.tuple(...headers.map(() => cell)), (values) => {
        const outcome = read(...values);
        if (!outcome.ok) return expect(outcome.reason).not.toBe('');
        const { externalId, email, account } = outcome.item;
        expect(externalId ?? email ?? account).toBeDefined();
      }),
    );
  });
});
