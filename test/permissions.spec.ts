import { newId } from '../src/platform/ids.js';
import { ACTIONS, PERMISSIONS, type Role, ROLES } from '../src/tenants/permissions.js';
import { Heed, type TestTenant } from './support/heed.js';
import { BuiltApi } from './support/openapi.js';
import type { Operation } from './support/operations.js';
import { send } from './support/send.js';

const api = await BuiltApi.start();
const members = new Map<Role, TestTenant>();
let heed: Heed;

beforeAll(async () => {
  heed = await Heed.start();
  const acme = await heed.tenant();
  for (const role of ROLES) members.set(role, await acme.member(role));
});

afterAll(() => Promise.all([heed?.close(), api.stop()]));

describe('a role', () => {
  it.each(api.operations)('may $name or not, as the table of permissions says', async (operation) => {
    expect(ACTIONS).toContain(operation.permission);
    const mayNot = ROLES.filter(
      (role) => !PERMISSIONS[role].some((action) => action === operation.permission),
    );
    const refused: Role[] = [];
    for (const [role, { apiKey }] of members) if (await isRefused(operation, apiKey)) refused.push(role);
    expect(refused).toEqual(mayNot);
  });
});

/** Asks for nothing that exists, so that whoever may do it changes nothing. */
async function isRefused({ method, path }: Operation, apiKey: string): Promise<boolean> {
  const answer = await send(api.url, {
    method,
    path: path.replace(/\{\w+\}/g, newId),
    apiKey,
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }),
  });
  const { code } = (answer.json ?? {}) as { code?: string };
  expect([answer.status < 500, answer.status === 403]).toEqual([true, code === 'action.not_allowed']);
  return answer.status === 403;
}
