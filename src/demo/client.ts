import type { ProblemView } from '../responses/responses.dto.js';

/** What a view looks like once it has travelled as JSON. */
export type Wire<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Field in keyof T]: Wire<T[Field]> }
      : T;

/** Most items the API puts on one page. */
const PAGE_LIMIT = 200;

interface Problem {
  status: number;
  code: string;
  detail: string;
  errors?: ProblemView[];
}

/** A caller of Heed's HTTP API, with one API key. */
export class Client {
  constructor(
    readonly address: string,
    readonly apiKey: string,
  ) {}

  /** The same API with another key. */
  as(apiKey: string): Client {
    return new Client(this.address, apiKey);
  }

  get<View>(path: string): Promise<Wire<View>> {
    return this.call('GET', path);
  }

  post<View>(path: string, body: object = {}): Promise<Wire<View>> {
    return this.call('POST', path, body);
  }

  put<View>(path: string, body: object = {}): Promise<Wire<View>> {
    return this.call('PUT', path, body);
  }

  /** Null when there is no such thing, or not yet. */
  async find<View>(path: string): Promise<Wire<View> | null> {
    try {
      return await this.get<View>(path);
    } catch (error) {
      if (error instanceof CallFailed && error.problem.status === 404) return null;
      throw error;
    }
  }

  /** Every item of a list, page by page. */
  async all<View>(path: string): Promise<Wire<View>[]> {
    const items: Wire<View>[] = [];
    let next: string | null = null;
    do {
      const cursor: string = next === null ? '' : `&cursor=${next}`;
      const page: { items: Wire<View>[]; next: string | null } = await this.call(
        'GET',
        `${path}?limit=${PAGE_LIMIT}${cursor}`,
      );
      items.push(...page.items);
      next = page.next;
    } while (next !== null);
    return items;
  }

  private async call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.apiKey}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new CallFailed(`${method} ${path}`, problemOf(response.status, text));
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }
}

/** The API refused a call, or could not answer it. */
export class CallFailed extends Error {
  constructor(
    call: string,
    readonly problem: Problem,
  ) {
    const details = (problem.errors ?? []).map(({ pointer, detail }) => `; ${pointer} ${detail}`);
    super(`${call} answered ${problem.status} ${problem.code}: ${problem.detail}${details.join('')}`);
  }
}

function problemOf(status: number, text: string): Problem {
  try {
    return { ...(JSON.parse(text) as Problem), status };
  } catch {
    return { status, code: 'no problem+json', detail: text.slice(0, 200) };
  }
}
