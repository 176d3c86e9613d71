/** One request, down to the bytes of its body; hostile ones cannot be said more politely. */
export interface Sent {
  method: string;
  path: string;
  apiKey?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

export interface Answer {
  status: number;
  type: string;
  text: string;
  /** The body read as JSON; undefined when it is none. */
  json: unknown;
}

export async function send(url: string, { method, path, apiKey, headers, body }: Sent): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body,
  });
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
