import { sqlOf, type VerbatimConditions } from './verbatim-conditions.js';

describe('the verbatims asked for', () => {
  it('are all of the tenant when nothing else is said', () => {
    expect(sqlOf({})).toEqual({
      from: 'verbatim v',
      conditions: 'v.tenant_id = $1\n and v.analyzed_at is not null',
      parameters: [],
    });
  });

  it('name every value as a parameter, in the order of the SQL’s numbers', () => {
    const asked: VerbatimConditions = {
      ...{ ids: ['i'], from: 'f', to: 't', survey: 's', contactId: 'c', accountId: 'a', language: 'en' },
      ...{
        sentiment: 'mixed',
        actionability: 'none',
        themeIds: ['x'],
        polarity: 'negative',
        emotion: 'anger',
      },
    } as const;
    const { from, conditions, parameters } = sqlOf(asked);
    const numbers = [...`${from} ${conditions}`.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: parameters.length + 1 }, (_, n) => n + 1)));
    expect(parameters).toHaveLength(12);
  });

  it('feel an emotion where they mention the theme, or anywhere when no theme is asked for', () => {
    expect(sqlOf({ themeIds: ['x'], emotion: 'anger' }).conditions).toContain('= any(m.emotions)');
    expect(sqlOf({ themeIds: ['x'], emotion: 'anger' }).conditions).not.toContain('verbatim_emotion');
    expect(sqlOf({ polarity: 'negative', emotion: 'anger' }).conditions).toContain('verbatim_emotion');
  });

  it('are none of a theme that counts for nothing', () => {
    expect(sqlOf({ themeIds: [] }).parameters).toEqual([[]]);
  });
});
