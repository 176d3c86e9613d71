import type { Answer } from './send.js';

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors?: { pointer: string; detail: string }[];
}

/** What keeps an answer from being a refusal as promised (RFC 9457, with our members); null when it is one. */
export function problemFault({ status, type, text, json }: Answer): string | null {
  if (status < 400 || status >= 500) return `${status} is no refusal: ${text}`;
  if (!type.startsWith('application/problem+json')) return `${status} came as ${type}: ${text}`;
  const body = json as ProblemBody;
  const missing = (['type', 'title', 'code', 'detail', 'requestId'] as const).filter((name) => !body[name]);
  if (missing.length > 0) return `${missing.join(', ')} missing: ${text}`;
  if (body.status !== status) return `says ${body.status} but is ${status}`;
  if (!/^[a-z_]+(\.[a-z_]+)+$/.test(body.code)) return `has the code "${body.code}"`;
  return null;
}

/** The JSON pointers a problem names. */
export function pointersOf({ json }: Answer): string[] {
  return ((json as ProblemBody | undefined)?.errors ?? []).map(({ pointer }) => pointer);
}
