import fc from 'fast-check';
import {
  INVITATION_STATES,
  type InvitationState,
  stateAfter,
  type Step,
  STEPS,
} from './invitation-lifecycle.js';

function after(...steps: Step[]): InvitationState {
  return steps.reduce<InvitationState>(stateAfter, 'scheduled');
}

describe('an invitation', () => {
  it('goes the way most go', () => {
    expect(after('sent', 'delivered', 'opened', 'started', 'answered')).toBe('answered');
  });

  it('that nobody answers ends as silence', () => {
    expect(after('sent', 'delivered', 'expired')).toBe('expired');
  });

  it('is not moved back by mail events that come late', () => {
    expect(after('sent', 'opened', 'delivered', 'sent')).toBe('opened');
    expect(after('sent', 'answered', 'bounced')).toBe('answered');
  });

  it('that bounced reached somebody after all when its page is opened', () => {
    expect(after('sent', 'bounced', 'opened')).toBe('opened');
  });

  it('counts an answer given in time that comes to be known after the close', () => {
    expect(after('sent', 'started', 'expired', 'answered')).toBe('answered');
  });

  it('is not sent to whom it was decided not to ask', () => {
    for (const step of STEPS) {
      expect(stateAfter('suppressed', step)).toBe('suppressed');
      expect(stateAfter('not_sampled', step)).toBe('not_sampled');
    }
  });

  it('that is answered stays so, whatever else is heard of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS)), (steps) => {
        expect(steps.reduce<InvitationState>(stateAfter, 'answered')).toBe('answered');
      }),
    );
  });

  it('ends the same when what happened is told twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...INVITATION_STATES), fc.constantFrom(...STEPS), (state, step) => {
        expect(stateAfter(stateAfter(state, step), step)).toBe(stateAfter(state, step));
      }),
    );
  });
});
