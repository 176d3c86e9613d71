import { Conflict } from '../platform/errors.js';

export class CampaignTransitionNotAllowed extends Conflict {
  constructor(verb: string, state: string, allowed: string[]) {
    const may = allowed.length > 0 ? `it may ${allowed.join(' or ')}` : 'nothing follows';
    super('campaign.transition_not_allowed', `A campaign that is ${state} does not ${verb}; ${may}.`, {
      state,
      allowed,
    });
  }
}
