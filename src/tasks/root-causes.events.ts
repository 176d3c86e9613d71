import { Fact } from '../platform/events/event.js';

@Fact('root_cause.added')
export class RootCauseAdded {
  constructor(readonly rootCauseId: string) {}
}

@Fact('root_cause.retired')
export class RootCauseRetired {
  constructor(readonly rootCauseId: string) {}
}
