import { draftProblems, MAX_CONDITION_CHARS, ruleOf } from './rule-draft.js';

const departments = new Set(['support', 'web']);
const unhappy = { field: 'score', op: 'lte', value: 6 };

describe('a draft of a rule', () => {
  it('is in order when its condition can be read and its departments exist', () => {
    expect(draftProblems({ condition: unhappy, departmentIds: ['web', 'support'] }, departments)).toEqual([]);
  });

  it('is told all that is wrong with it, and where', () => {
    const draft = { condition: { all: [unhappy, { field: 'mood' }] }, departmentIds: ['web', 'sales'] };
    expect(draftProblems(draft, departments, '/rules/3')).toMatchObject([
      { pointer: '/rules/3/condition/all/1/field' },
      { pointer: '/rules/3/departmentIds/1', detail: 'is not a department of this tenant' },
    ]);
  });

  it('holds a condition of bounded size', () => {
    const keywords = Array.from({ length: 100 }, (_, n) => `${n}`.padStart(100, 'x'));
    const part = { field: 'verbatim', op: 'contains_any', value: keywords };
    expect(draftProblems({ condition: part }, departments)).toEqual([]);
    const [problem] = draftProblems({ condition: { any: [part, part] } }, departments);
    expect(problem).toMatchObject({ pointer: '/condition' });
    expect(problem!.detail).toContain(`at most ${MAX_CONDITION_CHARS}`);
  });

  it('may change one thing of a rule and be silent on the rest', () => {
    expect(draftProblems({}, departments)).toEqual([]);
    expect(draftProblems({ condition: null }, departments)).toMatchObject([{ pointer: '/condition' }]);
  });

  it('becomes a rule that is on, of normal priority, shared out in turn and goes on to the next', () => {
    expect(ruleOf('r', { name: 'All', condition: { always: true }, departmentIds: ['web'] })).toEqual({
      id: 'r',
      name: 'All',
      enabled: true,
      condition: { always: true },
      departmentIds: ['web'],
      priority: 'normal',
      assignment: 'round_robin',
      acknowledgeMinutes: null,
      resolveMinutes: null,
      stop: false,
    });
  });
});
