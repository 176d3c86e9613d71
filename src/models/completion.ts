import { isRecord } from '../platform/reading.js';
import type { Usage } from './spend.js';

/** More tokens than a request can have used are a mistake, and not believed. */
const MAX_TOKENS_BELIEVED = 10_000_000;

export interface Completion {
  content: string;
  /** Null where the endpoint does not tell. */
  usage: Usage | null;
}

/** What a chat endpoint answered, in OpenAI's form; null when it is of another. */
export function readCompletion(body: string): Completion | null {
  const answer = parsed(body);
  if (!isRecord(answer) || !Array.isArray(answer.choices)) return null;
  const [choice] = answer.choices as unknown[];
  if (!isRecord(choice) || !isRecord(choice.message)) return null;
  const { content } = choice.message;
  return typeof content === 'string' ? { content, usage: readUsage(answer.usage) } : null;
}

/** No tokens at all are as good as no word of them. */
function readUsage(usage: unknown): Usage | null {
  if (!isRecord(usage)) return null;
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = usage;
  if (!isCount(inputTokens) || !isCount(outputTokens) || inputTokens + outputTokens === 0) return null;
  return { inputTokens, outputTokens };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_TOKENS_BELIEVED;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
