import { actionsOf, covers, isScope, PERMISSIONS, ROLES } from './permissions.js';

describe('permissions', () => {
  it('let each role do what the role below it may', () => {
    for (const [higher, lower] of [
      ['owner', 'admin'],
      ['admin', 'cs_manager'],
      ['cs_manager', 'department_lead'],
      ['department_lead', 'agent'],
      ['agent', 'viewer'],
    ] as const) {
      expect(PERMISSIONS[lower].filter((action) => !PERMISSIONS[higher].includes(action))).toEqual([]);
    }
  });

  it('keep viewers from changing anything', () => {
    expect(PERMISSIONS.viewer.filter((action) => !action.endsWith('.read'))).toEqual([]);
  });

  it('keep keys and webhooks with owners and admins', () => {
    const holders = ROLES.filter((role) =>
      PERMISSIONS[role].some((action) => /^(api_key|webhook)\./.test(action)),
    );
    expect(holders).toEqual(['owner', 'admin']);
  });
});

describe('scopes', () => {
  it('cover an action, a noun, a verb or everything', () => {
    expect(covers('task.work', 'task.work')).toBe(true);
    expect(covers('task.*', 'task.work')).toBe(true);
    expect(covers('*.read', 'task.read')).toBe(true);
    expect(covers('*', 'task.read')).toBe(true);
    expect(covers('task.read', 'task.work')).toBe(false);
    expect(covers('tas*', 'task.work')).toBe(false);
  });

  it('must stand for at least one action', () => {
    expect(isScope('task.*')).toBe(true);
    expect(isScope('taks.*')).toBe(false);
    expect(actionsOf(['response.*'])).toEqual(['response.read', 'response.create']);
  });
});
