/**
 * The kinds of errors a caller can meet. A module states its facts as subclasses
 * (`TaskAlreadyResolved`, code `task.already_resolved`); the HTTP layer turns them into
 * `application/problem+json` and nothing else in the code base knows status codes.
 */
export abstract class HeedError extends Error {
  abstract readonly status: number;
  abstract readonly title: string;

  constructor(
    /** Stable and machine-readable, `<noun>.<fact>`; never changes once published. */
    readonly code: string,
    /** One sentence for a person: what is wrong and, where it helps, what would be right. */
    detail: string,
    readonly extra: { problems?: Problem[]; retryAfterSeconds?: number; [member: string]: unknown } = {},
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

/** One thing wrong with the input: `pointer` is a JSON pointer into the body, or names a query parameter. */
export interface Problem {
  pointer: string;
  detail: string;
}

/** The caller did not prove who they are. */
export class Unauthenticated extends HeedError {
  readonly status = 401;
  readonly title = 'Unauthenticated';
}

/** The caller is known but may not do this. */
export class Forbidden extends HeedError {
  readonly status = 403;
  readonly title = 'Forbidden';
}

/** There is no such thing in this tenant; a row of another tenant is not found either. */
export class NotFound extends HeedError {
  readonly status = 404;
  readonly title = 'Not found';

  static of(noun: string, id: string): NotFound {
    return new NotFound(`${noun}.not_found`, `There is no ${noun.replaceAll('_', ' ')} ${id}.`);
  }
}

/** The request is sound but the present state of things forbids it. */
export class Conflict extends HeedError {
  readonly status: number = 409;
  readonly title: string = 'Conflict';
}

/** The input is well formed but means nothing acceptable. */
export class Invalid extends HeedError {
  readonly status = 422;
  readonly title = 'Invalid input';

  /** An error made of the problems found; the first one is the detail. */
  static because(problems: Problem[], code = 'request.invalid'): Invalid {
    const [first] = problems;
    const rest = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    const where = first?.pointer ? `${first.pointer}: ` : '';
    return new Invalid(code, first ? `${where}${first.detail}${rest}` : 'The input is invalid.', {
      problems,
    });
  }
}

/** The caller asks too often. */
export class RateLimited extends HeedError {
  readonly status = 429;
  readonly title = 'Too many requests';
  /** What Fastify reads. */
  readonly statusCode = 429;

  constructor(detail: string) {
    super('request.rate_limited', detail);
  }
}

/** Heed cannot serve right now; the same request may succeed in a moment. */
export class Unavailable extends HeedError {
  readonly status = 503;
  readonly title = 'Service unavailable';
}
