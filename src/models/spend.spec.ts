import { readCompletion } from './completion.js';
import { costMicros, estimatedUsage, highestUsage, monthOf } from './spend.js';

describe('what a request costs', () => {
  const prices = { inputPriceMicros: 150_000, outputPriceMicros: 600_000 };

  it.each([
    [1_000_000, 0, 150_000],
    [1_000, 100, 210], // 150 + 60
    [1, 0, 1], // 0.15, rounded up
    [0, 0, 0],
  ])('for %i tokens sent and %i answered is %i micros', (inputTokens, outputTokens, micros) => {
    expect(costMicros({ inputTokens, outputTokens }, prices)).toBe(micros);
  });

  it('is reckoned with three characters a token, and at most one byte a token', () => {
    expect(estimatedUsage(3_001, 299)).toEqual({ inputTokens: 1_001, outputTokens: 100 });
    expect(highestUsage(3_001, 500)).toEqual({ inputTokens: 3_001, outputTokens: 500 });
  });

  it('belongs to the month in UTC', () => {
    expect(monthOf(new Date('2026-03-31T23:59:59.999Z'))).toBe('2026-03-01');
    expect(monthOf(new Date('2026-04-01T00:30:00+02:00'))).toBe('2026-03-01');
  });
});

describe('an answer in the form of the protocol', () => {
  const answer = (usage: unknown, message: unknown = { content: '{}' }) =>
    readCompletion(JSON.stringify({ choices: [{ message }], usage }));

  it('says what was used', () => {
    const usage = { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12 };
    expect(answer(usage)).toEqual({ content: '{}', usage: { inputTokens: 10, outputTokens: 2 } });
  });

  it.each([undefined, null, {}, { prompt_tokens: 1 }, { prompt_tokens: 1.5, completion_tokens: 1 }])(
    'may not say what was used: %j',
    (usage) => expect(answer(usage)).toEqual({ content: '{}', usage: null }),
  );

  it.each(['', 'null', '[]', '{}', '{"choices":[]}', '{"choices":[null]}', '{"choices":[{"message":{}}]}'])(
    'is not %s',
    (body) => expect(readCompletion(body)).toBeNull(),
  );

  it('is no refusal to speak', () => expect(answer(undefined, { refusal: 'No.', content: null })).toBeNull());
});
