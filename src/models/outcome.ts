import { type Completion, readCompletion } from './completion.js';
import type { Unavailability } from './model-unavailable.js';

/** Most of an answer that is read, in bytes: far more than the tokens asked for. */
export const MAX_ANSWER_BYTES = 256 * 1024;

export interface Failed {
  kind: 'failed';
  reason: Unavailability;
  /** For the tenant: nothing of what was sent or received but the status. */
  message: string;
  mayRetry: boolean;
  /** The rest it asks for, as it came. */
  retryAfter?: string;
}

export type Outcome = { kind: 'answered'; completion: Completion } | Failed;

const TOO_MANY_REQUESTS = 429;
const REQUEST_TIMEOUT = 408;

interface Answered {
  status: number;
  body: string;
  retryAfter?: string;
}

/** What an answer of a chat endpoint is worth. */
export function outcomeOf({ status, body, retryAfter }: Answered): Outcome {
  if (status >= 200 && status < 300) {
    const completion = readCompletion(body);
    return completion ? { kind: 'answered', completion } : NO_COMPLETION;
  }
  const isTheirs = status >= 500 || status === TOO_MANY_REQUESTS || status === REQUEST_TIMEOUT;
  const reason = isTheirs || status < 400 ? 'broken' : 'refused';
  return { kind: 'failed', reason, message: `Answered ${status}`, mayRetry: isTheirs, retryAfter };
}

/** What it means that there was no answer, for the code of an `OutboundRequestFailed`. */
export function outcomeWithout({ code, message }: { code: string; message: string }): Failed {
  if (code === 'timeout') return { kind: 'failed', reason: 'timeout', message, mayRetry: true };
  const isRefused = code === 'url_invalid' || code === 'address_forbidden';
  return { kind: 'failed', reason: isRefused ? 'refused' : 'broken', message, mayRetry: !isRefused };
}

const NO_COMPLETION: Failed = {
  kind: 'failed',
  reason: 'broken',
  message: `Answered something else than a chat completion of at most ${MAX_ANSWER_BYTES / 1024} KiB`,
  mayRetry: true,
};

/** Asked the same again, a model says the same again. */
export const NOT_AS_ASKED: Failed = {
  kind: 'failed',
  reason: 'broken',
  message: 'The model did not answer in the form asked for',
  mayRetry: false,
};

/** Heed's own secret was changed since the key was set. */
export const KEY_UNREADABLE: Failed = {
  kind: 'failed',
  reason: 'refused',
  message: 'The key kept for it cannot be read; set it again',
  mayRetry: false,
};
