import { Conflict, Invalid, type Problem } from '../platform/errors.js';

export class CampaignTransitionNotAllowed extends Conflict {
  constructor(verb: string, state: string, allowed: string[]) {
    const may = allowed.length > 0 ? `it may ${allowed.join(' or ')}` : 'nothing follows';
    super('campaign.transition_not_allowed', `A campaign that is ${state} does not ${verb}; ${may}.`, {
      state,
      allowed,
    });
  }
}

export class CampaignFieldsFixed extends Conflict {
  constructor(state: string, fixed: string[], changeable: readonly string[]) {
    super(
      'campaign.fields_fixed',
      `Of a campaign that is ${state} only ${changeable.join(', ')} may change, not ${fixed.join(', ')}.`,
      { problems: fixed.map((field) => ({ pointer: `/${field}`, detail: `is fixed while ${state}` })) },
    );
  }
}

/** What was a sound schedule when it was written may have passed since. */
export class CampaignNotReady extends Conflict {
  constructor(problems: Problem[]) {
    const [first] = problems;
    super(
      'campaign.not_ready',
      `The campaign cannot be started as it is: ${first!.pointer} ${first!.detail}. Change it first.`,
      { problems },
    );
  }
}

export class WaveAlreadyClosed extends Conflict {
  constructor(id: string) {
    super(
      'wave.already_closed',
      `The wave ${id} is closed; it takes no more answers and is not opened again.`,
    );
  }
}

export class WaveAlreadyOpen extends Conflict {
  constructor(id: string) {
    super('wave.already_open', `The wave ${id} has opened; what people are asked with is settled.`);
  }
}

export class WaveWindowInvalid extends Invalid {
  constructor(detail: string) {
    super('wave.window_invalid', `/closesAt: ${detail}`, { problems: [{ pointer: '/closesAt', detail }] });
  }
}

export class EventNamesNobody extends Invalid {
  constructor() {
    const detail = 'must name a person: contactId, externalId, email or name';
    super('campaign_event.names_nobody', `/contact: ${detail}`, {
      problems: [{ pointer: '/contact', detail }],
    });
  }
}
