import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { OutboundRequestFailed } from './guarded-fetch.errors.js';
import { guardedLookup, type Resolve } from './guarded-lookup.js';
import type { AllowPrivate } from './public-address.js';
import { assertPublicHttpUrl } from './public-url.js';

/** Node gives each address of a host 250 ms, too little for a distant one; the whole request stays bounded anyway. */
const CONNECT_ATTEMPT_TIMEOUT_MS = 3_000;

/** The response headers handed on; the rest of what a stranger sends is dropped. */
const RESPONSE_HEADERS = ['content-type', 'location', 'retry-after'] as const;

export interface GuardedPostOptions {
  headers: Record<string, string>;
  body: string;
  /** For everything together: name resolution, connection, request and the last byte of the response. */
  timeoutMs: number;
  /** The response is read up to here, then the connection is cut. */
  maxResponseBytes: number;
  allowPrivate: AllowPrivate;
  /** How names become addresses; the system's way unless given. */
  resolve?: Resolve;
}

export interface GuardedResponse {
  status: number;
  headers: Partial<Record<(typeof RESPONSE_HEADERS)[number], string>>;
  body: string;
  durationMs: number;
}

/**
 * Posts to a URL chosen by a tenant without letting it reach the network Heed runs in, follow a redirect there, or hold
 * a worker with a slow or endless answer. Every status is a result. Throws `OutboundRequestFailed` when there is none.
 */
export async function guardedPost(url: string, options: GuardedPostOptions): Promise<GuardedResponse> {
  const target = assertPublicHttpUrl(url, options.allowPrivate);
  const startedAt = performance.now();
  const deadline = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await send(target, options, deadline);
    const body = await readText(response, options.maxResponseBytes);
    const durationMs = Math.round(performance.now() - startedAt);
    return { status: response.statusCode ?? 0, headers: pickHeaders(response), body, durationMs };
  } catch (error) {
    if (deadline.aborted)
      throw new OutboundRequestFailed('timeout', `No answer within ${options.timeoutMs} ms`);
    throw error instanceof OutboundRequestFailed ? error : failed('connection_failed', target, error);
  }
}

function send(target: URL, options: GuardedPostOptions, deadline: AbortSignal): Promise<IncomingMessage> {
  const requestOptions: RequestOptions & { autoSelectFamilyAttemptTimeout: number } = {
    method: 'POST',
    headers: options.headers,
    agent: false, // A kept connection would skip the look-up, and strangers' hosts are too many to keep open.
    lookup: guardedLookup(options.allowPrivate, options.resolve),
    autoSelectFamilyAttemptTimeout: CONNECT_ATTEMPT_TIMEOUT_MS,
    signal: deadline,
  };
  return new Promise((resolve, reject) => {
    const isSecure = target.protocol === 'https:';
    const request = (isSecure ? httpsRequest : httpRequest)(target, requestOptions, resolve);
    let isHandshaking = false;
    request.once('socket', (socket) => {
      socket.once('connect', () => (isHandshaking = isSecure));
      socket.once('secureConnect', () => (isHandshaking = false));
    });
    request.on('error', (error) => reject(isHandshaking ? failed('tls_failed', target, error) : error));
    // After a 101 Node closes the connection and neither answers nor fails; an answer has settled this by then.
    request.once('close', () =>
      reject(Object.assign(new Error('Closed without an answer'), { code: 'ECONNRESET' })),
    );
    request.end(options.body);
  });
}

async function readText(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= maxBytes) break; // Leaving the loop destroys the response and with it the connection.
  }
  const read = Buffer.concat(chunks).subarray(0, maxBytes);
  const text = new TextDecoder().decode(read, { stream: true }); // Drops a character cut in two at the end.
  return text.replaceAll('\0', '\uFFFD'); // PostgreSQL stores every character but this one.
}

function pickHeaders({ headers }: IncomingMessage): GuardedResponse['headers'] {
  return Object.fromEntries(
    RESPONSE_HEADERS.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])),
  );
}

/** Only the code of Node's error is told: its message may hold the address or, after a parse error, bytes received. */
function failed(
  code: 'connection_failed' | 'tls_failed',
  target: URL,
  error: unknown,
): OutboundRequestFailed {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
  const what = code === 'tls_failed' ? 'The TLS handshake with' : 'The connection to';
  return new OutboundRequestFailed(code, `${what} ${target.host} failed (${reason})`);
}
