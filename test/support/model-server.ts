import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface AskedVerbatim {
  id: string;
  question: string | null;
  text: string;
}

/** What one request asked, as the protocol carries it. */
export interface ChatRequest {
  path: string;
  headers: IncomingHttpHeaders;
  /** As it came. */
  body: string;
  model: string;
  max_tokens: number;
  response_format: { json_schema: { schema: unknown } };
  messages: { role: string; content: string }[];
  themes: { key: string; hints: string[] }[];
  verbatims: AskedVerbatim[];
}

type Report = Record<string, unknown>;
type Behaviour = (request: ChatRequest, response: ServerResponse) => void;

const USAGE = { prompt_tokens: 1_000, completion_tokens: 100 };

/** A chat endpoint in OpenAI's form: keeps what it was asked, and answers well, badly or not at all as told. */
export class ModelServer {
  readonly requests: ChatRequest[] = [];
  behave: Behaviour = answering();
  /** How it answers the next requests, before it behaves as usual. */
  readonly next: Behaviour[] = [];

  private constructor(
    private readonly server: Server,
    readonly baseUrl: string,
  ) {}

  static async start(): Promise<ModelServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const model = new ModelServer(server, `http://127.0.0.1:${port}/v1`);
    server.on('request', (incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const request = { ...chatIn(body), path: incoming.url!, headers: incoming.headers, body };
        model.requests.push(request);
        (model.next.shift() ?? model.behave)(request, response);
      });
    });
    return model;
  }

  /** The texts it was asked about, in order. */
  get texts(): string[] {
    return this.requests.flatMap(({ verbatims }) => verbatims.map(({ text }) => text));
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/** Reports on every verbatim, after `change` has made of the honest reports what it likes. */
export function answering(
  change: (reports: Report[], request: ChatRequest) => unknown = (reports) => reports,
  usage: object | undefined = USAGE,
): Behaviour {
  return (request, response) => {
    const honest = request.verbatims.map((verbatim) => reportOn(verbatim, request));
    respond(response, completion(JSON.stringify({ verbatims: change(honest, request) }), usage));
  };
}

/** Answers in the form of the protocol, whatever the content. */
export function saying(content: unknown, usage: object | undefined = USAGE): Behaviour {
  return (_request, response) => respond(response, completion(content, usage));
}

/** Answers with a status and a body that the protocol knows nothing of. */
export function failing(status: number, headers: Record<string, string> = {}, body = 'no'): Behaviour {
  return (_request, response) => void response.writeHead(status, headers).end(body);
}

export const silent: Behaviour = () => undefined;

export const resetting: Behaviour = (_request, response) => void response.socket?.destroy();

/** Promises more than it sends. */
export const breakingOff: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-length': '1000' }).write('{"choices":[{"message":{"cont');
  setImmediate(() => response.socket?.destroy());
};

/** Never stops talking. */
export const endless: Behaviour = (_request, response) => {
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
  };
  response.writeHead(200).on('drain', more);
  more();
};

function respond(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function completion(content: unknown, usage: object | undefined): object {
  return { choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }], usage };
}

/** Finds frustration, and the first theme, in the whole of every text. */
function reportOn({ id, text }: AskedVerbatim, { themes }: ChatRequest): Report {
  const sure = { confidence: 0.9 };
  const mention = { polarity: 'negative', ...sure, emotions: ['frustration'], quote: text };
  return {
    id,
    language: 'en',
    sentiment: { polarity: 'negative', ...sure },
    actionability: 'needs_answer',
    emotions: [{ emotion: 'frustration', intensity: 0.7, ...sure, quote: text }],
    mentions: themes.slice(0, 1).map(({ key }) => ({ theme: key, ...mention })),
  };
}

function chatIn(body: string): Omit<ChatRequest, 'path' | 'headers' | 'body'> {
  const chat = JSON.parse(body) as ChatRequest;
  const data = JSON.parse(chat.messages.at(-1)!.content) as Pick<ChatRequest, 'themes' | 'verbatims'>;
  return { ...chat, ...data };
}
