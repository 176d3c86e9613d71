import { Conflict, Invalid, NotFound } from '../platform/errors.js';

/** Nobody would be asked, which nobody means. */
export class AudienceEmpty extends Invalid {
  constructor() {
    const detail = 'No contact is in this audience; try POST /v1/audience-previews until one is.';
    super('campaign.audience_empty', detail, { problems: [{ pointer: '/audience', detail }] });
  }
}

/** A single person was to be asked who does not belong to those the campaign is for. */
export class ContactNotInAudience extends Invalid {
  constructor() {
    const detail = 'This contact is not in the audience of the campaign.';
    super('invitation.not_in_audience', detail, { problems: [{ pointer: '/contactId', detail }] });
  }
}

export class WaveNotOpen extends Conflict {
  constructor(state: string) {
    super('wave.not_open', `Nobody can be asked in a wave that is ${state}.`, { state });
  }
}

/** People of these waves are not asked one by one. */
export class WaveAsksByItself extends Conflict {
  constructor(detail: string) {
    super('wave.asks_by_itself', detail);
  }
}

export class AddressNotSuppressed extends NotFound {
  constructor() {
    super('suppression.not_found', 'This address is not on the suppression list.');
  }
}
