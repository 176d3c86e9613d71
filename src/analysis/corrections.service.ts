import { Injectable } from '@nestjs/common';
import type { Emotion, Polarity, Span } from '../analyzer/analysis.js';
import { Clock } from '../platform/clock.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { Events } from '../platform/events/events.js';
import { ThemesService } from '../themes/themes.service.js';
import { refusedCorrection } from './analysis.errors.js';
import { AnalysisCorrected } from './analysis.events.js';
import { type CorrectablePart, CorrectionsQueries } from './corrections.queries.js';
import { overlaps, spanFault, wholeOf } from './span.js';
import { type VerbatimRecord, VerbatimsQueries } from './verbatims.queries.js';

/** Of an emotion a member names without saying how strong it is. */
const USUAL_INTENSITY = 0.5;

interface NamedMention {
  themeId: string;
  polarity: Polarity;
  span?: Span;
}

interface NamedEmotion {
  emotion: Emotion;
  intensity?: number;
  span?: Span;
}

/** What members say of a verbatim stands in the place of what the analyser found, also when it is analysed again. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly queries: CorrectionsQueries,
    private readonly verbatims: VerbatimsQueries,
    private readonly themes: ThemesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Says which themes a verbatim mentions: these, and no others. */
  async setMentions(responseId: string, question: string, named: NamedMention[]): Promise<VerbatimRecord> {
    await this.assertLive(named);
    const verbatim = await this.lock(responseId, question);
    const said = named.map(({ themeId, polarity, span }, index) => {
      const found = verbatim.mentions.find((one) => one.themeId === themeId);
      const { start, end } = spanOf({ span, found }, verbatim, `/mentions/${index}/span`);
      return { themeId, polarity, start, end, emotions: feltAt({ start, end }, verbatim) };
    });
    await this.queries.open(verbatim.id, 'mentions', this.clock.now());
    await this.queries.addMentions(verbatim.id, said);
    return this.told(verbatim, 'mentions');
  }

  /** Says what the writer of a verbatim feels: these emotions, and no others. */
  async setEmotions(responseId: string, question: string, named: NamedEmotion[]): Promise<VerbatimRecord> {
    const verbatim = await this.lock(responseId, question);
    const said = named.map(({ emotion, intensity, span }, index) => {
      const found = verbatim.emotions.find((one) => one.emotion === emotion);
      const place = spanOf({ span, found }, verbatim, `/emotions/${index}/span`);
      return { emotion, intensity: intensity ?? found?.intensity ?? USUAL_INTENSITY, ...place };
    });
    await this.queries.open(verbatim.id, 'emotions', this.clock.now());
    await this.queries.addEmotions(verbatim.id, said);
    return this.told(verbatim, 'emotions');
  }

  /** Takes back what was said of a part. Returns whether anything was; the part is then empty. */
  async withdraw(responseId: string, question: string, part: CorrectablePart): Promise<boolean> {
    const verbatim = await this.lock(responseId, question);
    const isWithdrawn = await this.queries.withdraw(verbatim.id, part);
    if (isWithdrawn) await this.told(verbatim, part);
    return isWithdrawn;
  }

  private async assertLive(named: NamedMention[]): Promise<void> {
    const themes = await this.themes.byIds(named.map(({ themeId }) => themeId));
    const live = new Set(themes.flatMap((theme) => (theme.isLive ? [theme.id] : [])));
    const unknown = named.findIndex(({ themeId }) => !live.has(themeId));
    if (unknown >= 0) throw refusedCorrection(`/mentions/${unknown}/themeId`, 'is no theme in use');
  }

  private async lock(responseId: string, question: string): Promise<VerbatimRecord> {
    const { id } = await this.verbatims.get(responseId, question);
    await this.queries.lock(id);
    return this.verbatims.get(responseId, question);
  }

  private told({ responseId, question }: VerbatimRecord, part: CorrectablePart): Promise<VerbatimRecord> {
    this.events.record(new AnalysisCorrected(responseId, currentTransaction().tenantId, question, part));
    return this.verbatims.get(responseId, question);
  }
}

function spanOf(
  { span, found }: { span: Span | undefined; found: Span | undefined },
  { text }: VerbatimRecord,
  pointer: string,
): Span {
  const { start, end } = span ?? found ?? wholeOf(text);
  const fault = spanFault({ start, end }, text);
  if (fault) throw refusedCorrection(pointer, fault);
  return { start, end };
}

function feltAt(span: Span, { emotions }: VerbatimRecord): Emotion[] {
  return [...new Set(emotions.filter((one) => overlaps(one, span)).map(({ emotion }) => emotion))];
}
