import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { BallotKeysService } from '../campaigns/ballot-keys.service.js';
import { WaveEnd } from '../campaigns/wave-end.service.js';
import { type WaveRecord, WavesService } from '../campaigns/waves.service.js';
import { Database } from '../platform/database/database.js';
import { type IncomingResponse, ResponsesService } from '../responses/responses.service.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { BallotBoxQueries } from './ballot-box.queries.js';
import { BallotsService } from './ballots.service.js';
import { type Lot, nextLot } from './lot.js';

/** The box in which answers of an anonymous wave lie until enough of them can come out together. */
@Injectable()
export class BallotBox {
  private readonly logger = new Logger('BallotBox');

  constructor(
    private readonly database: Database,
    private readonly queries: BallotBoxQueries,
    private readonly ballots: BallotsService,
    private readonly keys: BallotKeysService,
    private readonly waves: WavesService,
    private readonly surveys: SurveysService,
    private readonly responses: ResponsesService,
    private readonly end: WaveEnd,
  ) {}

  /** Lets out, lot by lot, what may be seen. Of a wave that is closed, for the last time. */
  async open(tenantId: string, waveId: string): Promise<void> {
    const inTenant = <T>(work: () => Promise<T>) => this.database.inTenant(tenantId, work);
    const wave = await inTenant(() => this.waves.get(waveId));
    if (!wave.isAnonymous) return;
    await inTenant(() => this.countVoters(wave));
    while (await inTenant(() => this.letOut(wave)));
    if (wave.state !== 'closed') return;
    await inTenant(() => this.withhold(wave));
    await this.end.expire(tenantId, waveId);
  }

  private async countVoters(wave: WaveRecord): Promise<void> {
    await this.queries.lock(wave.id);
    const key = await this.keys.of(wave.id);
    if (key) await this.queries.countVoters(wave.id, key, wave.minimumGroup, wave.state === 'closed');
  }

  /** Whether there may be more. */
  private async letOut(wave: WaveRecord): Promise<boolean> {
    await this.queries.lock(wave.id);
    const groups = await this.queries.waiting(wave.id);
    const lot = nextLot(groups, wave.minimumGroup, wave.state === 'closed');
    if (!lot) return false;
    await this.receive(wave, lot, shuffled(await this.queries.take(wave.id, lot)));
    return true;
  }

  /** In the order in which they are given, which must be nobody's. */
  private async receive(wave: WaveRecord, lot: Lot, sealed: Buffer[]): Promise<void> {
    const survey = (await this.surveys.asked(wave.surveyId, wave.surveyVersion))!;
    const incoming = sealed.map((answers): IncomingResponse => ({
      survey: survey.key,
      surveyVersion: wave.surveyVersion,
      waveId: wave.id,
      channel: wave.channel,
      properties: lot.properties ?? {},
      answers: this.ballots.unseal(wave.id, answers),
    }));
    const outcomes = await this.responses.receive(incoming, { unasked: 'drop', datedTo: 'day' });
    const refused = outcomes.filter((outcome) => 'error' in outcome).map(({ error }) => error.code);
    if (refused.length === 0) return;
    // They were read once before they went in, so this is a fault of ours; it must not hold up the others.
    this.logger.error({ message: 'Answers in a ballot box could not be read', waveId: wave.id, refused });
    await this.queries.addWithheld(wave.id, refused.length);
  }

  /** What is too little to show is destroyed and counted, together with all by which anybody could be told apart. */
  private async withhold({ id }: WaveRecord): Promise<void> {
    await this.queries.lock(id);
    await this.queries.addWithheld(id, await this.queries.empty(id));
    await this.keys.destroy(id);
  }
}

/** In an order that nobody can foretell or trace back. */
function shuffled<T>(items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}
