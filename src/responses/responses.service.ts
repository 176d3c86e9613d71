import { Injectable } from '@nestjs/common';
import { type ContactReference, ContactsService } from '../accounts/contacts.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { HeedError, Invalid, NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import type { Properties } from '../platform/http/properties.js';
import { newId, newIdAt } from '../platform/ids.js';
import type { AnswersRead, ReadingTerms } from '../surveys/answers.js';
import { type AskedSurvey, SurveysService } from '../surveys/surveys.service.js';
import { type IncomingAnswers, readIncoming, respondedAtFault } from './incoming.js';
import { type ResponseRecord, ResponsesQueries } from './responses.queries.js';
import { Response } from './response.entity.js';
import { ResponseAlreadyReceived, SurveyUnknown } from './responses.errors.js';
import { ResponseCorrected, ResponseReceived } from './responses.events.js';

export interface IncomingResponse extends IncomingAnswers {
  /** The survey's key. */
  survey: string;
  /** The version of it that was asked; the current one, when left out. */
  surveyVersion?: number;
  /** The wave it was asked in. */
  waveId?: string;
  externalId?: string;
  contact?: ContactReference;
  channel?: string;
  language?: string;
  properties?: Properties;
  /** Now, when left out. */
  respondedAt?: Date;
}

export interface IntakeOptions extends ReadingTerms {
  /** The import these belong to. */
  importId?: string;
  /** History: kept and counted, but nobody is to act on it. */
  isHistory?: boolean;
  /**
   * Keeps of each time only the day (in UTC), also in the id, so that nothing tells when within it a response was
   * given, or which of that day's came first.
   */
  datedTo?: 'day';
}

export interface CorrectionOptions extends ReadingTerms {
  /** The language the new answers are in; as before, when left out. */
  language?: string;
  /** The revision that is to be corrected; whichever it is, when left out. */
  revision?: number;
}

/** What became of one incoming response: it is kept, or the reason why it is not. */
export type Outcome = { response: Response } | { error: HeedError };

/** Whether the reason is that the response was received before. */
export function isDuplicate(error: HeedError): boolean {
  return error instanceof ResponseAlreadyReceived;
}

/** Taking responses in, and handing them to the modules that follow. */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly surveys: SurveysService,
    private readonly contacts: ContactsService,
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly queries: ResponsesQueries,
  ) {}

  /** Those of the given responses that exist, oldest first. */
  byIds(ids: string[]): Promise<ResponseRecord[]> {
    return this.queries.byIds(ids);
  }

  /** The responses received last, newest first. */
  latest(limit: number): Promise<ResponseRecord[]> {
    return this.queries.latest(limit);
  }

  /**
   * Takes responses in, each for itself: one that cannot be taken does not keep out the others. The
   * number of statements does not depend on how many they are. Outcomes come in the order of the input.
   */
  async receive(incoming: IncomingResponse[], options: IntakeOptions = {}): Promise<Outcome[]> {
    return this.keep(await this.prepare(incoming, options), options);
  }

  /**
   * The first half of `receive`: reads responses and finds out who gave them, making contacts and accounts on the way.
   * Who takes in many can do it in a transaction ahead, while the responses before are still being kept.
   */
  async prepare(incoming: IncomingResponse[], options: IntakeOptions = {}): Promise<Outcome[]> {
    const surveys = await this.surveysOf(incoming);
    const outcomes = incoming.map((one, i) => this.read(one, surveys[i]!, options));
    await this.attachContacts(incoming, outcomes);
    return outcomes;
  }

  /** The second half of `receive`: keeps what was read, and says so to the modules that follow. */
  async keep(prepared: Outcome[], { isHistory }: IntakeOptions = {}): Promise<Outcome[]> {
    const read = prepared.flatMap((outcome) => ('response' in outcome ? [outcome.response] : []));
    const inserted = await this.queries.insert(read);
    if (!isHistory) {
      for (const response of read) if (inserted.has(response.id)) this.events.record(received(response));
    }
    if (inserted.size === read.length) return prepared;
    return this.explainDuplicates(prepared, inserted);
  }

  /**
   * Puts other answers of the same person in the place of a response's, read against what it was asked. The same
   * answers again change nothing.
   */
  async correct(id: string, incoming: IncomingAnswers, options: CorrectionOptions = {}): Promise<Response> {
    const response = await this.database.repository(Response).lockOne({ id });
    if (!response) throw NotFound.of('response', id);
    assertVersion('response', { version: response.revision }, options.revision);
    const [definition] = await this.surveys.askedOf([response]);
    const read = readIncoming(definition!, incoming, options);
    if (!read.ok) throw Invalid.because(read.problems);
    const { score, category } = response;
    if (!response.correct(read, options.language ?? response.language, this.clock.now())) return response;
    await this.database.repository(Response).save(response);
    this.events.record(corrected(response, { score, category }));
    return response;
  }

  /**
   * Those of the given responses that were not corrected since they were read; they cannot be until the transaction
   * ends.
   */
  holdUncorrected(read: { id: string; revision: number }[]): Promise<Set<string>> {
    return this.queries.holdUncorrected(read);
  }

  /** What each of them was asked, in their order; null where there is no such survey, or version of it. */
  private async surveysOf(incoming: IncomingResponse[]): Promise<(AskedSurvey | null)[]> {
    const surveys = new Map<string, AskedSurvey | null>();
    const asked: (AskedSurvey | null)[] = [];
    for (const { survey: key, surveyVersion } of incoming) {
      const name = `${key} ${surveyVersion ?? 'current'}`;
      if (!surveys.has(name)) surveys.set(name, await this.surveyAsked(key, surveyVersion));
      asked.push(surveys.get(name)!);
    }
    return asked;
  }

  private async surveyAsked(key: string, version: number | undefined): Promise<AskedSurvey | null> {
    const current = await this.surveys.current(key);
    const isCurrent = version === undefined || version === current?.version;
    return !current || isCurrent ? current : this.surveys.asked(current.surveyId, version);
  }

  private read(incoming: IncomingResponse, survey: AskedSurvey | null, options: IntakeOptions): Outcome {
    if (!survey) return { error: new SurveyUnknown(incoming.survey) };
    const now = this.clock.now();
    const respondedAt = incoming.respondedAt ?? now;
    const fault = respondedAtFault(respondedAt, now);
    if (fault) return { error: Invalid.because([{ pointer: '/respondedAt', detail: fault }]) };
    const read = readIncoming(survey.definition, incoming, options);
    if (!read.ok) return { error: Invalid.because(read.problems) };
    const exact = { id: newId(), respondedAt, receivedAt: now };
    const dated = options.datedTo === 'day' ? datedToDay(exact) : exact;
    return { response: responseOf(incoming, survey, read, { ...dated, importId: options.importId ?? null }) };
  }

  /** Says in each outcome who answered; one whose contact is unknown becomes an error. */
  private async attachContacts(incoming: IncomingResponse[], outcomes: Outcome[]): Promise<void> {
    const indexes = [...incoming.keys()].filter((i) => 'response' in outcomes[i]! && incoming[i]!.contact);
    if (indexes.length === 0) return;
    const resolved = await this.contacts.resolveEach(indexes.map((i) => incoming[i]!.contact!));
    for (const [n, i] of indexes.entries()) {
      const contact = resolved[n]!;
      const outcome = outcomes[i]!;
      if (contact instanceof HeedError) outcomes[i] = { error: contact };
      else if ('response' in outcome) Object.assign(outcome.response, contact);
    }
  }

  private async explainDuplicates(outcomes: Outcome[], inserted: Set<string>): Promise<Outcome[]> {
    const refused = outcomes.flatMap((o) =>
      'response' in o && !inserted.has(o.response.id) ? [o.response] : [],
    );
    const ids = await this.queries.idsByExternalId(refused);
    return outcomes.map((outcome) => {
      if ('error' in outcome || inserted.has(outcome.response.id)) return outcome;
      const { surveyId, externalId } = outcome.response;
      return {
        error: new ResponseAlreadyReceived(externalId!, ids.get(`${surveyId} ${externalId}`) ?? null),
      };
    });
  }
}

type Dating = Pick<Response, 'id' | 'respondedAt' | 'receivedAt'>;

function datedToDay({ respondedAt, receivedAt }: Dating): Dating {
  const day = dayOf(receivedAt);
  return { id: newIdAt(day), respondedAt: dayOf(respondedAt), receivedAt: day };
}

function dayOf(instant: Date): Date {
  return new Date(`${instant.toISOString().slice(0, 10)}T00:00:00Z`);
}

function responseOf(
  incoming: IncomingResponse,
  survey: AskedSurvey,
  read: AnswersRead,
  rest: Dating & Pick<Response, 'importId'>,
): Response {
  return Object.assign(new Response(), {
    ...rest,
    surveyId: survey.surveyId,
    surveyVersion: survey.version,
    externalId: incoming.externalId ?? null,
    contactId: null,
    accountId: null,
    score: read.score,
    category: read.category,
    answers: read.answers,
    channel: incoming.channel ?? null,
    language: incoming.language ?? null,
    properties: incoming.properties ?? {},
    waveId: incoming.waveId ?? null,
    revision: 1,
    correctedAt: null,
  });
}

function received({ id, surveyId, score, category }: Response): ResponseReceived {
  return new ResponseReceived(id, surveyId, score, category);
}

function corrected(
  { id, surveyId, score, category, revision }: Response,
  previous: Pick<Response, 'score' | 'category'>,
): ResponseCorrected {
  return new ResponseCorrected(id, surveyId, score, category, revision, previous.score, previous.category);
}
