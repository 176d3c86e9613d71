import { jest } from '@jest/globals';
import type { ResponseView } from '../../src/responses/responses.dto.js';
import { Client, type Wire } from '../../src/demo/client.js';
import type { LoopView } from '../../src/tasks/loops.dto.js';
import type { TaskView } from '../../src/tasks/tasks.dto.js';
import type { DepartmentView } from '../../src/tenants/tenants.dto.js';
import { Demo } from '../support/demo.js';
import { OwnServices } from '../support/own-services.js';

/** Starting servers, processes and a whole little company takes its time, more so beside other tests. */
jest.setTimeout(120_000);

let services: OwnServices;
let env: Record<string, string>;
beforeAll(async () => {
  services = await OwnServices.start('demo');
  env = { ...services.env, HEED_LOG_LEVEL: '' };
});
afterAll(() => services.remove());

describe('a demo', () => {
  let demo: Demo;
  let api: Client;
  beforeAll(async () => {
    demo = new Demo(env, '--demo-responses', '30');
    await demo.says('Heed goes on serving');
    api = new Client(printed(/^API +(\S+)\/v1$/m), printed(/^export HEED_KEY=(\S+)$/m));
  });

  const printed = (pattern: RegExp): string => pattern.exec(demo.stdout)![1]!;

  it('ends with a summary that says what the API says', async () => {
    const responses = await api.all<ResponseView>('/v1/responses');
    const loops = await api.all<LoopView>('/v1/loops');
    const of = (category: string) => responses.filter((one) => one.category === category).length;
    expect(responses).toHaveLength(30);
    expect(printed(/^Asked 480, answered (\d+) /m)).toBe('30');
    for (const category of ['promoter', 'passive', 'detractor']) {
      expect(printed(new RegExp(`(\\d+) ${category}s \\(`))).toBe(String(of(category)));
    }
    const score = Math.round((100 * (of('promoter') - of('detractor'))) / 30);
    expect(Number(printed(/^NPS ([+−]?\d+), 95 % interval /m).replace('−', '-'))).toBe(score);
    const closed = loops.filter(({ state }) => state === 'closed').length;
    expect(printed(/^Loops closed: (.*) \(/m)).toBe(`${closed} of ${loops.length}`);
  });

  it('counts the tasks of each department by state', async () => {
    const departments = await api.all<DepartmentView>('/v1/departments');
    const tasks = await api.all<TaskView>('/v1/tasks');
    const [, ...states] = printed(/^department +(.*)$/m).split(/ +/);
    const row = (own: Wire<TaskView>[]) => [
      own.length,
      ...states.map((state) => own.filter((task) => task.state.startsWith(state)).length),
    ];
    for (const { id, name } of departments) {
      const numbers = printed(new RegExp(`^${name} +([\\d ]+)$`, 'm'))
        .split(/ +/)
        .map(Number);
      expect(numbers).toEqual(row(tasks.filter(({ departmentId }) => departmentId === id)));
    }
  });

  it('shows a response on its way from arriving to a closed loop', () => {
    const [, number] = /#(\d) +loop closed/.exec(demo.stdout)!;
    const steps = [...demo.stdout.matchAll(new RegExp(`#${number}  ([a-z]+(?: [a-z]+)?)  `, 'g'))];
    const names = steps.map(([, step]) => step);
    expect(names).toEqual(
      expect.arrayContaining(['received', 'routed', 'task opened', 'resolved', 'answered']),
    );
    expect(names.at(-1)).toBe('loop closed');
  });

  it('writes nothing but plain text where there is no terminal', () => {
    // eslint-disable-next-line no-control-regex -- escape sequences are what is looked for
    expect(demo.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('serves until it is interrupted', async () => {
    expect(await demo.interrupt()).toBe(0);
    expect(demo.stderr).toContain('Stopping');
  });
});

it('a demo that cannot go on says why and stops everything', async () => {
  const demo = new Demo({ ...env, HEED_RATE_LIMIT_PER_MINUTE: '3' });
  expect(await demo.end()).toBe(1);
  expect(demo.stderr).toMatch(/The demo cannot go on\. POST \/v1\/\S+ answered 429 /);
});
