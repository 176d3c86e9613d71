import type { Decision, Target } from './route.js';
import { MAX_EXAMPLES, summed } from './trial.js';

const goingTo = (...departmentIds: string[]): Decision => ({
  outcome: 'matched',
  targets: departmentIds.map((departmentId) => ({ departmentId }) as Target),
});
const nowhere: Decision = { outcome: 'none', targets: [] };

const tried = (...decisions: Decision[]) =>
  decisions.map((decision, index) => ({ responseId: `r${index + 1}`, decision }));

describe('a trial of rules', () => {
  it('counts outcomes, and responses by department with the busiest first', () => {
    const fallback: Decision = { ...goingTo('support'), outcome: 'fallback' };
    const trial = summed(tried(goingTo('web'), goingTo('web', 'support'), fallback, goingTo('web'), nowhere));
    expect(trial).toMatchObject({
      responses: 5,
      outcomes: { matched: 3, fallback: 1, none: 1 },
      departments: [
        { departmentId: 'web', responses: 3 },
        { departmentId: 'support', responses: 2 },
      ],
    });
  });

  it('shows the first responses that would go somewhere', () => {
    const { examples } = summed(tried(nowhere, goingTo('web'), nowhere, goingTo('support')));
    expect(examples.map(({ responseId }) => responseId)).toEqual(['r2', 'r4']);
    const many = tried(...Array.from({ length: MAX_EXAMPLES + 1 }, () => goingTo('web')));
    expect(summed(many).examples).toHaveLength(MAX_EXAMPLES);
  });

  it('of no response finds nothing', () => {
    expect(summed([])).toEqual({
      responses: 0,
      outcomes: { matched: 0, fallback: 0, none: 0 },
      departments: [],
      examples: [],
    });
  });
});
