import { Injectable } from '@nestjs/common';
import { type WaveRecord, WavesService } from '../campaigns/waves.service.js';
import type { Link } from '../campaigns/link.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { SurveysService } from '../surveys/surveys.service.js';
import type { SurveyDefinition } from '../surveys/definition.js';
import { BallotsService } from './ballots.service.js';
import { isOpenToAll } from './open-to-all.js';
import type { NoticeName } from './page-phrases-en.js';
import { type Visitor, VisitsQueries } from './visits.queries.js';

/** Somebody who follows a link to answer in a wave that takes answers. */
export interface Visit {
  link: Link;
  wave: WaveRecord;
  survey: { key: string; definition: SurveyDefinition };
  visitor: Visitor;
}

/** A link that leads to nothing that can be answered, and why. */
export interface Refusal {
  notice: NoticeName;
  wave: WaveRecord | null;
  visitor: Visitor | null;
}

const ANYBODY: Visitor = { isKnown: true, isInvited: true, language: null, properties: null, sheet: null };

/** Finds out what a link leads to, in the open transaction of its tenant. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly waves: WavesService,
    private readonly surveys: SurveysService,
    private readonly ballots: BallotsService,
    private readonly queries: VisitsQueries,
    private readonly clock: Clock,
  ) {}

  async of(link: Link): Promise<Visit | Refusal> {
    const [wave, visitor] = await Promise.all([this.waves.find(link.waveId), this.visitorOf(link)]);
    if (!wave) return { notice: 'unknown', wave: null, visitor: null };
    const notice = this.hindranceOf(link, wave, visitor) ?? (await this.ballotHindrance(link));
    if (notice) return { notice, wave, visitor };
    const survey = await this.surveys.asked(wave.surveyId, wave.surveyVersion);
    return survey ? { link, wave, survey, visitor } : { notice: 'unknown', wave, visitor };
  }

  /** An open link as one visitor's own, to whom nothing belongs yet. An anonymous wave tells nobody apart. */
  asVisitor({ tenantId, waveId }: Link): Link {
    return { kind: 'visitor', tenantId, waveId, subject: newId() };
  }

  private async visitorOf({ kind, waveId, subject }: Link): Promise<Visitor> {
    if (kind === 'open' || kind === 'ballot') return ANYBODY;
    return kind === 'personal'
      ? this.queries.invited(waveId, subject)
      : this.queries.anybody(waveId, subject);
  }

  private hindranceOf({ kind }: Link, wave: WaveRecord, visitor: Visitor): NoticeName | null {
    const now = this.clock.now();
    if (!visitor.isKnown || !visitor.isInvited) return 'erased';
    const isAnybodys = kind === 'open' || kind === 'visitor';
    if (isAnybodys && !isOpenToAll(wave.channel)) return 'unknown';
    // Only its ballots lead into an anonymous wave, or a link that is anybody's.
    if (kind === 'ballot' ? !wave.isAnonymous : wave.isAnonymous && kind !== 'open') return 'unknown';
    if (wave.state === 'closed' || now >= wave.closesAt) return 'closed';
    if (wave.state === 'planned' || now < wave.opensAt) return 'notYet';
    // Who was asked may answer; while it is paused nobody new is asked.
    if (wave.campaignState === 'paused' && isAnybodys) return 'paused';
    return null;
  }

  private async ballotHindrance({ kind, waveId, subject }: Link): Promise<NoticeName | null> {
    if (kind !== 'ballot') return null;
    return (await this.ballots.isOpen(waveId, subject)) ? null : 'cast';
  }
}
