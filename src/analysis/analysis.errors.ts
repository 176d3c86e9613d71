import { Conflict, Invalid, NotFound } from '../platform/errors.js';

export class NotAnalyzed extends NotFound {
  constructor(responseId: string, question: string) {
    const what = `There is no analysed answer to ${JSON.stringify(question.slice(0, 64))}`;
    super('verbatim.not_found', `${what} in the response ${responseId}.`);
  }
}

export class RunUnderWay extends Conflict {
  constructor() {
    super('analysis_run.under_way', 'A run is under way; wait for its end or cancel it.');
  }
}

export class RunOver extends Conflict {
  constructor(id: string) {
    super('analysis_run.over', `The run ${id} is over.`);
  }
}

/** Something is wrong with what a member says of a verbatim. */
export function refusedCorrection(pointer: string, detail: string): Invalid {
  return Invalid.because([{ pointer, detail }]);
}
