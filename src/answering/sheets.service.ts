import { Injectable, Logger } from '@nestjs/common';
import { InvitationsService } from '../campaigns/invitations.service.js';
import { WavesService } from '../campaigns/waves.service.js';
import { Clock } from '../platform/clock.js';
import { HeedError } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { OnClock } from '../platform/schedule.js';
import { type IncomingResponse, ResponsesService } from '../responses/responses.service.js';
import type { Answer } from '../surveys/answers.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { type SheetRow, SheetsQueries, type SheetWriting } from './sheets.queries.js';
import type { Visit } from './visits.service.js';

/** Answers that were given but not sent become a response after this long, in minutes. */
export const SHEET_RESTS_MINUTES = 30;
/** Sheets settled in one transaction. */
const SETTLED_AT_ONCE = 200;

/** What came of a form. */
export interface Given {
  answers: Record<string, Answer>;
  language: string;
  /** How often the answers had been sent when the form was shown. */
  submissions: number;
}

/** Keeps answers as they are given, and makes each sheet a response exactly once. */
@Injectable()
export class SheetsService {
  private readonly logger = new Logger('Answering');

  constructor(
    private readonly queries: SheetsQueries,
    private readonly responses: ResponsesService,
    private readonly invitations: InvitationsService,
    private readonly waves: WavesService,
    private readonly surveys: SurveysService,
    private readonly clock: Clock,
  ) {}

  /** The page has come before the eyes of whom it was meant for. */
  async opened({ link }: Visit): Promise<void> {
    if (link.kind === 'personal') {
      await this.invitations.mark(link.waveId, link.subject, 'opened', this.clock.now());
    }
  }

  /** Keeps answers that may still change. They become a response when they are sent, or have rested. */
  async keep(visit: Visit, given: Given): Promise<void> {
    const isEmpty = Object.keys(given.answers).length === 0;
    if (isEmpty && !visit.visitor.sheet) return;
    const now = this.clock.now();
    const restsAt = isEmpty ? null : new Date(now.getTime() + SHEET_RESTS_MINUTES * 60_000);
    const sheet = await this.queries.write({ ...this.writing(visit, given, now), restsAt });
    if (sheet?.isNew && sheet.contactId) {
      await this.invitations.mark(sheet.waveId, sheet.contactId, 'started', now);
    }
  }

  /**
   * Takes answers that were sent, and are complete: they are a response now, or correct the one they were. Returns
   * whether they were sent for the first time, of however many that come at the same moment.
   */
  async send(visit: Visit, given: Given): Promise<boolean> {
    const now = this.clock.now();
    const writing = { ...this.writing(visit, given, now), submissions: null, restsAt: null };
    const sheet = (await this.queries.write(writing))!;
    const responseId = await this.respond(sheet, visit.survey.key, visit.wave.surveyVersion);
    await this.queries.become([{ sheetId: sheet.id, responseId }], true);
    if (sheet.contactId) await this.invitations.mark(sheet.waveId, sheet.contactId, 'answered', now);
    return sheet.submissions === 0;
  }

  /** Makes responses of sheets that nobody went on with. */
  @OnClock('answering.settle_sheets')
  async settle(): Promise<void> {
    const now = this.clock.now();
    for (;;) {
      const sheets = await this.queries.claimRested(now, SETTLED_AT_ONCE);
      if (sheets.length > 0) await this.settleAll(sheets, now);
      if (sheets.length < SETTLED_AT_ONCE) return;
    }
  }

  private async settleAll(sheets: SheetRow[], now: Date): Promise<void> {
    const waves = await this.waves.byIds([...new Set(sheets.map(({ waveId }) => waveId))]);
    const settled: { sheetId: string; responseId: string | null }[] = [];
    for (const sheet of sheets) {
      const { surveyId, surveyVersion } = waves.find(({ id }) => id === sheet.waveId)!;
      const survey = await this.surveys.asked(surveyId, surveyVersion);
      const responseId = await this.respond(sheet, survey!.key, surveyVersion, true).catch((error: Error) =>
        this.left(sheet, error),
      );
      settled.push({ sheetId: sheet.id, responseId });
      if (responseId && sheet.contactId) {
        await this.invitations.mark(sheet.waveId, sheet.contactId, 'answered', now);
      }
    }
    await this.queries.become(settled, false);
  }

  /** One sheet that nothing can be made of, such as when the person was erased meanwhile, holds up no other. */
  private left({ id }: SheetRow, error: Error): null {
    if (!(error instanceof HeedError)) throw error;
    this.logger.warn({ message: 'An answer sheet became no response', sheetId: id, code: error.code });
    return null;
  }

  /** The response of a sheet that is locked: made now, or corrected. */
  private async respond(
    sheet: SheetRow,
    survey: string,
    surveyVersion: number,
    isUnfinished = false,
  ): Promise<string> {
    const options = { unasked: 'drop', isUnfinished } as const;
    const { answers, responseId } = sheet;
    const language = sheet.language ?? undefined;
    if (responseId) {
      await this.responses.correct(responseId, { answers }, { ...options, language });
      return responseId;
    }
    const [outcome] = await this.responses.receive([incomingOf(sheet, survey, surveyVersion)], options);
    if ('error' in outcome!) throw outcome.error;
    return outcome!.response.id;
  }

  private writing({ link, wave, visitor }: Visit, given: Given, at: Date): Omit<SheetWriting, 'restsAt'> {
    const isPersonal = link.kind === 'personal';
    return {
      id: isPersonal ? newId() : link.subject,
      waveId: wave.id,
      contactId: isPersonal ? link.subject : null,
      answers: given.answers,
      language: given.language,
      channel: wave.channel,
      properties: visitor.properties ?? {},
      submissions: given.submissions,
      at,
    };
  }
}

function incomingOf(sheet: SheetRow, survey: string, surveyVersion: number): IncomingResponse {
  return {
    survey,
    surveyVersion,
    waveId: sheet.waveId,
    externalId: sheet.id,
    contact: sheet.contactId ? { contactId: sheet.contactId } : undefined,
    channel: sheet.channel,
    language: sheet.language ?? undefined,
    properties: sheet.properties,
    answers: sheet.answers,
    respondedAt: sheet.changedAt,
  };
}
