import { Injectable } from '@nestjs/common';
import type { Link } from '../campaigns/link.js';
import { LinksService } from '../campaigns/links.service.js';
import { Database } from '../platform/database/database.js';
import { type Answer, readAnswers } from '../surveys/answers.js';
import { mainQuestion } from '../surveys/definition.js';
import { BallotsService } from './ballots.service.js';
import { faultsIn } from './faults.js';
import { answersIn, FIELDS, scoreIn, seenIn } from './form.js';
import { type Answered, ResponsePagesService, type Wish } from './response-pages.service.js';
import { SheetsService } from './sheets.service.js';
import { soundAnswers } from './sound-answers.js';
import { stepOf } from './steps.js';
import { ThanksSlot } from './thanks-slot.service.js';
import { type Refusal, type Visit, VisitsService } from './visits.service.js';

/** The links that lead to a form. */
const ANSWERED_BY: readonly Link['kind'][] = ['personal', 'open', 'visitor', 'ballot'];

/** What the address of a page asks for beside the token. */
export interface Asking {
  /** The number chosen in a mail. */
  score: string | undefined;
  /** Whether answers that were sent are to be changed. */
  isChange: boolean;
}

/** What people do with a link: look, answer bit by bit, send. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: Database,
    private readonly links: LinksService,
    private readonly visits: VisitsService,
    private readonly sheets: SheetsService,
    private readonly ballots: BallotsService,
    private readonly pages: ResponsePagesService,
    private readonly slot: ThanksSlot,
  ) {}

  /** What a token says; null when it leads to no form. */
  linkOf(token: string): Link | null {
    const link = this.links.read(token);
    return link && ANSWERED_BY.includes(link.kind) ? link : null;
  }

  /** The page behind a link. Changes nothing: programs follow links too. */
  show(link: Link, asking: Asking, wish: Wish): Promise<Answered> {
    const work = async () => {
      const visit = await this.visitOf(link);
      if ('notice' in visit) return this.pages.refusal(visit, wish);
      const sheet = visit.visitor.sheet;
      const score = scoreIn(mainQuestion(visit.survey.definition), asking.score);
      if (sheet && sheet.submissions > 0 && !score && !asking.isChange)
        return this.pages.answered(visit, wish);
      const answers = { ...sheet?.answers, ...score };
      return this.pages.form(visit, wish, { answers, passed: new Set(), faults: [] });
    };
    return this.database.inTenant(link.tenantId, work, { readOnly: true });
  }

  /** Takes a form that was sent: thanks, or goes on with what is still to be answered. */
  take(link: Link, form: URLSearchParams, wish: Wish, isElsewhere: IsElsewhere): Promise<Answered> {
    return this.database.inTenant(link.tenantId, async () => {
      const visit = await this.visitOf(link);
      if ('notice' in visit) return this.pages.refusal(visit, wish);
      if (isElsewhere(visit.wave.origins)) return this.pages.refusal(elsewhere(visit), wish);
      const { definition } = visit.survey;
      const [answers, seen] = [answersIn(definition, form), seenIn(form)];
      const { shown, isLast } = stepOf(definition, answers, seen);
      // Nobody passes over a question they had no chance to see.
      const isSeen = isLast && shown.every(({ key }) => seen.has(key));
      const read = readAnswers(definition, answers, { unasked: 'drop' });
      if (form.has(FIELDS.act) && isSeen && read.ok) return this.send(visit, wish, form, read.answers);
      await this.keep(visit, form, wish);
      const faults =
        form.has(FIELDS.act) && isSeen && !read.ok ? faultsIn(definition, answers, read.problems) : [];
      return this.pages.form(visit, wish, { answers, passed: seen, faults });
    });
  }

  /** Keeps answers as they are given. What becomes of it is a status: 204 when they are kept. */
  takePartial(link: Link, form: URLSearchParams, wish: Wish, isElsewhere: IsElsewhere): Promise<number> {
    return this.database.inTenant(link.tenantId, async () => {
      const visit = await this.visits.of(link);
      if ('notice' in visit) return 410;
      if (isElsewhere(visit.wave.origins)) return 403;
      // The sheet first, as everywhere: whoever locks it before the invitation waits, and nobody for ever.
      await this.keep(visit, form, wish);
      if (form.has(FIELDS.opened)) await this.sheets.opened(visit);
      return 204;
    });
  }

  private async send(
    visit: Visit,
    wish: Wish,
    form: URLSearchParams,
    answers: Record<string, Answer>,
  ): Promise<Answered> {
    const { link, wave } = visit;
    const language = this.pages.languageOf(visit, wish);
    let isFirst = true;
    if (wave.isAnonymous) {
      const ballot = link.kind === 'ballot' ? link.subject : null;
      // Not even the language: there may be one person only who reads it.
      if (!(await this.ballots.cast(wave.id, ballot, { answers }))) return this.refuse(visit, wish);
    } else {
      isFirst = await this.sheets.send(visit, { answers, language, submissions: submissionsIn(form) });
    }
    // Once for each person: whoever changes their answers has seen it.
    const extra = isFirst ? await this.slot.html(wave, wish, language) : null;
    return this.pages.thanks(visit, wish, answers, extra);
  }

  /** What happened to the ballot between the look at it and its use. */
  private async refuse({ link, wave }: Visit, wish: Wish): Promise<Answered> {
    const now = await this.visits.of(link);
    return this.pages.refusal('notice' in now ? now : { notice: 'closed', wave, visitor: null }, wish);
  }

  private async keep(visit: Visit, form: URLSearchParams, wish: Wish): Promise<void> {
    const { wave, link, survey } = visit;
    // Of an anonymous wave nothing is kept before it is sent; what an open link brings belongs to nobody yet.
    if (wave.isAnonymous || link.kind === 'open') return;
    const answers = soundAnswers(survey.definition, answersIn(survey.definition, form));
    const language = this.pages.languageOf(visit, wish);
    await this.sheets.keep(visit, { answers, language, submissions: submissionsIn(form) });
  }

  /** Whoever opens a link that is anybody's goes on under a link of their own, unless the wave tells nobody apart. */
  private async visitOf(link: Link): Promise<Visit | Refusal> {
    const visit = await this.visits.of(link);
    if ('notice' in visit || link.kind !== 'open' || visit.wave.isAnonymous) return visit;
    return { ...visit, link: this.visits.asVisitor(link) };
  }
}

/** Whether a request comes from a place that is none of these origins, nor ours. */
export type IsElsewhere = (origins: string[]) => boolean;

function elsewhere({ wave, visitor }: Visit): Refusal {
  return { notice: 'elsewhere', wave, visitor };
}

/** As the form says it; what says nothing sensible was shown before anything was sent. */
function submissionsIn(form: URLSearchParams): number {
  const count = Number(form.get(FIELDS.submissions));
  return Number.isInteger(count) && count > 0 && count < 2 ** 31 ? count : 0;
}
