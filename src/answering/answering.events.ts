import { Fact } from '../platform/events/event.js';

/** A day has passed since the ballot box of an anonymous wave was last looked into. */
@Fact('ballot_box.due')
export class BallotBoxDue {
  constructor(readonly waveId: string) {}
}
