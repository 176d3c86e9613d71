import { Injectable } from '@nestjs/common';
import { type ContactReference, ContactsService } from '../accounts/contacts.service.js';
import { Clock } from '../platform/clock.js';
import { HeedError, Invalid } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import type { Properties } from '../platform/http/properties.js';
import { newId } from '../platform/ids.js';
import type { AnswersRead } from '../surveys/answers.js';
import { type CurrentSurvey, SurveysService } from '../surveys/surveys.service.js';
import { type IncomingAnswers, readIncoming, respondedAtFault } from './incoming.js';
import { type ResponseRecord, ResponsesQueries } from './responses.queries.js';
import { Response } from './response.entity.js';
import { ResponseAlreadyReceived, SurveyUnknown } from './responses.errors.js';
import { ResponseReceived } from './responses.events.js';

export interface IncomingResponse extends IncomingAnswers {
  /** The survey's key. */
  survey: string;
  externalId?: string;
  contact?: ContactReference;
  channel?: string;
  language?: string;
  properties?: Properties;
  /** Now, when left out. */
  respondedAt?: Date;
}

export interface IntakeOptions {
  /** The import these belong to. */
  importId?: string;
  /** History: kept and counted, but nobody is to act on it. */
  isHistory?: boolean;
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
    const outcomes = incoming.map((one) => this.read(one, surveys.get(one.survey) ?? null, options));
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

  private async surveysOf(incoming: IncomingResponse[]): Promise<Map<string, CurrentSurvey>> {
    const surveys = new Map<string, CurrentSurvey>();
    for (const key of new Set(incoming.map(({ survey }) => survey))) {
      const survey = await this.surveys.current(key);
      if (survey) surveys.set(key, survey);
    }
    return surveys;
  }

  private read(
    incoming: IncomingResponse,
    survey: CurrentSurvey | null,
    { importId }: IntakeOptions,
  ): Outcome {
    if (!survey) return { error: new SurveyUnknown(incoming.survey) };
    const now = this.clock.now();
    const respondedAt = incoming.respondedAt ?? now;
    const fault = respondedAtFault(respondedAt, now);
    if (fault) return { error: Invalid.because([{ pointer: '/respondedAt', detail: fault }]) };
    const read = readIncoming(survey.definition, incoming);
    if (!read.ok) return { error: Invalid.because(read.problems) };
    return { response: responseOf(incoming, survey, read, { respondedAt, receivedAt: now, importId }) };
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

function responseOf(
  incoming: IncomingResponse,
  survey: CurrentSurvey,
  read: AnswersRead,
  rest: { respondedAt: Date; receivedAt: Date; importId: string | undefined },
): Response {
  return Object.assign(new Response(), {
    id: newId(),
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
    respondedAt: rest.respondedAt,
    receivedAt: rest.receivedAt,
    importId: rest.importId ?? null,
  });
}

function received({ id, surveyId, score, category }: Response): ResponseReceived {
  return new ResponseReceived(id, surveyId, score, category);
}
