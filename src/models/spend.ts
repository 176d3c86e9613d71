/** What an external model cost in one calendar month, in millionths of the currency. */
export interface Spend {
  /** Its first day in UTC: `2026-03-01`. */
  month: string;
  spentMicros: number;
  reservedMicros: number;
  requests: number;
  estimatedRequests: number;
  inputTokens: number;
  outputTokens: number;
}

/** The first day of the month a moment lies in, in UTC: `2026-03-01`. */
export function monthOf(at: Date): string {
  return `${at.toISOString().slice(0, 7)}-01`;
}

export function nothingSpent(month: string): Spend {
  const tokens = { inputTokens: 0, outputTokens: 0 };
  return { month, spentMicros: 0, reservedMicros: 0, requests: 0, estimatedRequests: 0, ...tokens };
}

export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

export interface Prices {
  inputPriceMicros: number;
  outputPriceMicros: number;
}

const TOKENS_PER_PRICE = 1_000_000;

/** What tokens cost at prices of a million of them, in whole micros, rounded up. */
export function costMicros({ inputTokens, outputTokens }: Usage, prices: Prices): number {
  const micros = inputTokens * prices.inputPriceMicros + outputTokens * prices.outputPriceMicros;
  return Math.ceil(micros / TOKENS_PER_PRICE);
}

/** Tokens hold about four characters of English, fewer of most others; reckoned with what is dearer. */
const CHARS_PER_TOKEN = 3;

/** The tokens of a request and its answer, where the answer does not tell, from their lengths in characters. */
export function estimatedUsage(requestChars: number, answerChars: number): Usage {
  const tokens = (chars: number) => Math.ceil(chars / CHARS_PER_TOKEN);
  return { inputTokens: tokens(requestChars), outputTokens: tokens(answerChars) };
}

/** The most a request can use: no tokenizer makes more tokens than there are bytes. */
export function highestUsage(requestBytes: number, maxOutputTokens: number): Usage {
  return { inputTokens: requestBytes, outputTokens: maxOutputTokens };
}
