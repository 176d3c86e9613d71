import { Fact } from '../platform/events/event.js';

/** Where verbatims are sent to, or on what terms, was decided anew. */
@Fact('external_model.changed')
export class ExternalModelChanged {
  constructor(
    readonly externalModelId: string,
    readonly enabled: boolean,
  ) {}
}

@Fact('external_model.removed')
export class ExternalModelRemoved {
  constructor(readonly externalModelId: string) {}
}
