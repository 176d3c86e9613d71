import {
  allowedVerbs,
  CAMPAIGN_STATES,
  CAMPAIGN_VERBS,
  CHANGEABLE,
  nextState,
} from './campaign-lifecycle.js';

describe('the life of a campaign', () => {
  it('goes from draft to running, to paused and back, and ends closed', () => {
    expect(nextState('draft', 'start')).toBe('running');
    expect(nextState('running', 'pause')).toBe('paused');
    expect(nextState('paused', 'resume')).toBe('running');
    expect(nextState('running', 'close')).toBe('closed');
  });

  it('has no way back from closed, and begins once', () => {
    expect(allowedVerbs('closed')).toEqual([]);
    for (const state of ['running', 'paused', 'closed'] as const)
      expect(nextState(state, 'start')).toBeNull();
  });

  it('reaches every state, and every verb is of use somewhere', () => {
    const reached = new Set([
      'draft',
      ...CAMPAIGN_STATES.flatMap((from) => allowedVerbs(from).map((verb) => nextState(from, verb))),
    ]);
    expect([...reached].sort()).toEqual([...CAMPAIGN_STATES].sort());
    for (const verb of CAMPAIGN_VERBS)
      expect(CAMPAIGN_STATES.some((state) => nextState(state, verb))).toBe(true);
  });

  it('keeps what people were told once it has begun', () => {
    expect(CHANGEABLE.draft).toContain('isAnonymous');
    for (const promise of ['isAnonymous', 'minimumGroup', 'copiedProperties', 'survey', 'schedule'] as const)
      expect(CHANGEABLE.running).not.toContain(promise);
  });
});
