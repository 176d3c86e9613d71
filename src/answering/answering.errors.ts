import { Conflict } from '../platform/errors.js';

export class WaveNotOpenToAll extends Conflict {
  constructor(channel: string) {
    super(
      'wave.not_open_to_all',
      `A campaign of the channel "${channel}" has no link for everybody; campaigns of the channels link and embed have one.`,
      { channel },
    );
  }
}
