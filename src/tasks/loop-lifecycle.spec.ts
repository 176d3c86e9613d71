import { mayClose, obstacles } from './loop-lifecycle.js';

describe('a loop', () => {
  it('closes when every department is done and the customer was answered', () => {
    const taskStates = ['resolved', 'verified', 'waived'] as const;
    expect(mayClose({ taskStates, customerAnswered: true, answerable: true })).toBe(true);
  });

  it.each(['open', 'acknowledged', 'in_progress', 'waiting_on_customer'] as const)(
    'stays open while one task is %s',
    (state) => {
      const progress = { taskStates: ['resolved', state] as const, customerAnswered: true, answerable: true };
      expect(obstacles(progress)).toEqual(['unfinished_tasks']);
      expect(mayClose(progress)).toBe(false);
    },
  );

  it('stays open until the customer was answered, even when every task was waived', () => {
    expect(obstacles({ taskStates: ['waived'], customerAnswered: false, answerable: true })).toEqual([
      'customer_unanswered',
    ]);
  });

  it('needs no answer when nobody can be answered', () => {
    expect(mayClose({ taskStates: ['resolved'], customerAnswered: false, answerable: false })).toBe(true);
  });

  it('names everything that is still to do', () => {
    expect(obstacles({ taskStates: ['open'], customerAnswered: false, answerable: true })).toEqual([
      'unfinished_tasks',
      'customer_unanswered',
    ]);
  });
});
