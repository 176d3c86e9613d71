import { nps } from '../responses/nps.js';
import { CATEGORIES, type Category } from '../surveys/score.js';
import { TASK_STATES } from '../tasks/task-lifecycle.js';
import type { DepartmentView } from '../tenants/tenants.dto.js';
import type { Wire } from './client.js';
import type { Standing } from './standing.js';
import { aligned } from './table.js';

/** What came of the feedback, as lines of text. */
export function summaryLines(
  standing: Standing,
  asked: number,
  departments: Wire<DepartmentView>[],
): string[] {
  return [
    ...responseLines(standing, asked),
    '',
    ...taskTable(standing, departments),
    '',
    ...outcomeLines(standing),
  ];
}

/** The score never stands alone: who was asked, who answered, and how sure it is. */
function responseLines({ responses }: Standing, asked: number): string[] {
  const counts = Object.fromEntries(
    CATEGORIES.map((category) => [category, responses.filter((one) => one.category === category).length]),
  ) as Record<Category, number>;
  const categories = CATEGORIES.map(
    (category) => `${counts[category]} ${category}s (${percent(counts[category], responses.length)})`,
  );
  const found = nps(counts);
  return [
    `Asked ${asked}, answered ${responses.length} (${percent(responses.length, asked)}).`,
    `${categories.join(', ')}.`,
    ...(found
      ? [
          `NPS ${signed(found.score)}, 95 % interval ${signed(found.low)} to ${signed(found.high)} (adjusted Wald, Rocks 2016).`,
        ]
      : []),
  ];
}

/** Tasks by department and by those states that occur. */
function taskTable({ tasks }: Standing, departments: Wire<DepartmentView>[]): string[] {
  const states = TASK_STATES.filter((state) => tasks.some((task) => task.state === state));
  const row = (name: string, own: Standing['tasks']) => [
    name,
    String(own.length),
    ...states.map((state) => String(own.filter((task) => task.state === state).length)),
  ];
  const rows = departments.map(({ id, name }) =>
    row(
      name,
      tasks.filter(({ departmentId }) => departmentId === id),
    ),
  );
  const heads = ['department', 'tasks', ...states.map((state) => SHORT[state] ?? state)];
  return aligned([heads, ...rows, row('all', tasks)]);
}

const SHORT: Record<string, string> = {
  acknowledged: 'seen',
  in_progress: 'started',
  waiting_on_customer: 'waiting',
};

function outcomeLines({ tasks, loops }: Standing): string[] {
  const durations = tasks
    .filter(({ state }) => state === 'resolved' || state === 'verified')
    .map(({ openedAt, finishedAt }) => (Date.parse(finishedAt!) - Date.parse(openedAt)) / 1_000);
  const closed = loops.filter(({ state }) => state === 'closed').length;
  const median = medianOf(durations);
  return [
    `Loops closed: ${closed} of ${loops.length} (${percent(closed, loops.length)}).`,
    ...(median === null
      ? []
      : [`Median time to resolve a task: ${median.toFixed(1)} s; these departments are quick.`]),
  ];
}

/** Null of nothing. */
function medianOf(values: number[]): number | null {
  if (values.length === 0) return null;
  const inOrder = values.toSorted((a, b) => a - b);
  const middle = (inOrder.length - 1) / 2;
  return (inOrder[Math.floor(middle)]! + inOrder[Math.ceil(middle)]!) / 2;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function signed(points: number): string {
  const rounded = Math.round(points);
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
}
