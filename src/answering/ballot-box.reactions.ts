import { Injectable } from '@nestjs/common';
import { WaveClosed } from '../campaigns/campaigns.events.js';
import type { Recorded } from '../platform/events/event.js';
import { Events } from '../platform/events/events.js';
import { On } from '../platform/events/on.js';
import { OnClock } from '../platform/schedule.js';
import { BallotBoxDue } from './answering.events.js';
import { BallotBox } from './ballot-box.service.js';
import { BallotBoxQueries } from './ballot-box.queries.js';

@Injectable()
export class BallotBoxReactions {
  constructor(
    private readonly events: Events,
    private readonly queries: BallotBoxQueries,
    private readonly box: BallotBox,
  ) {}

  /** Once a day, whatever came in: answers that appear sooner would tell by their time whose they are. */
  @OnClock('answering.open_ballot_boxes')
  async due(): Promise<void> {
    for (const waveId of await this.queries.openWaves()) this.events.record(new BallotBoxDue(waveId));
  }

  /** Outside of a transaction: every lot has its own. */
  @On([BallotBoxDue, WaveClosed], { outside: true })
  async open(due: Recorded<BallotBoxDue | WaveClosed>[]): Promise<void> {
    for (const { tenantId, data } of due) await this.box.open(tenantId, data.waveId);
  }
}
