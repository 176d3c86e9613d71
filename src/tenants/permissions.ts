/** Every action a route can ask for. A route's `@Allow` names one of these; a test compares the two. */
export const ACTIONS = [
  'tenant.read',
  'tenant.manage',
  'member.read',
  'member.manage',
  'department.read',
  'department.manage',
  'api_key.read',
  'api_key.manage',
  'account.read',
  'account.write',
  'survey.read',
  'survey.write',
  'brand.read',
  'brand.manage',
  'campaign.read',
  'campaign.write',
  'campaign_event.create',
  'invitation.read',
  'invitation.preview',
  'invitation.create',
  'suppression.read',
  'suppression.manage',
  'mail_sender.read',
  'mail_sender.manage',
  'bounce.create',
  'response.read',
  'response.create',
  'prize_draw.read',
  'prize_draw.manage',
  'prize_draw.read_winners',
  'import.read',
  'import.create',
  'analysis.manage',
  'theme.read',
  'theme.manage',
  'analysis.read',
  'analysis.correct',
  'analysis.run',
  'routing.read',
  'routing.manage',
  'loop.read',
  'loop.answer',
  'task.read',
  'task.assign',
  'task.work',
  'task.waive',
  'task.reopen',
  'task.verify',
  'webhook.read',
  'webhook.manage',
  'event.read',
] as const;

export type Action = (typeof ACTIONS)[number];

export const ROLES = ['owner', 'admin', 'cs_manager', 'department_lead', 'agent', 'viewer'] as const;

export type Role = (typeof ROLES)[number];

/** What a viewer sees: everything of the daily work, nothing of the keys and the plumbing. */
const READ: Action[] = [
  'tenant.read',
  'member.read',
  'department.read',
  'account.read',
  'survey.read',
  'brand.read',
  'campaign.read',
  'invitation.read',
  'response.read',
  'prize_draw.read',
  'import.read',
  'theme.read',
  'analysis.read',
  'routing.read',
  'loop.read',
  'task.read',
];

const WORK: Action[] = [...READ, 'analysis.correct', 'task.work', 'loop.answer'];
const LEAD: Action[] = [...WORK, 'task.assign', 'task.waive', 'task.reopen'];

const CS_MANAGER: Action[] = [
  ...LEAD,
  'task.verify',
  'account.write',
  'survey.write',
  'brand.manage',
  'campaign.write',
  'campaign_event.create',
  'invitation.preview',
  'invitation.create',
  'suppression.read',
  'suppression.manage',
  'mail_sender.read',
  'bounce.create',
  'response.create',
  'prize_draw.manage',
  'prize_draw.read_winners',
  'import.create',
  'theme.manage',
  'analysis.run',
  'routing.manage',
  'event.read',
];

/** Which role may do what. Leads and agents act only on tasks of their own departments: the task's question. */
export const PERMISSIONS: Record<Role, readonly Action[]> = {
  owner: ACTIONS,
  admin: ACTIONS.filter((action) => action !== 'tenant.manage'),
  cs_manager: CS_MANAGER,
  department_lead: LEAD,
  agent: WORK,
  viewer: READ,
};

/** Whether a role sees to tasks of its own departments only. */
export function isBoundToDepartments(role: string): boolean {
  return role === 'department_lead' || role === 'agent';
}

/**
 * What an API key may be given: an action (`task.work`), all of one noun (`task.*`), one verb of every
 * noun (`*.read`), or everything (`*`).
 */
export function isScope(text: string): boolean {
  return ACTIONS.some((action) => covers(text, action));
}

/** Whether a scope includes an action. */
export function covers(scope: string, action: string): boolean {
  if (scope === '*' || scope === action) return true;
  const [noun, verb] = action.split('.');
  return scope === `${noun}.*` || scope === `*.${verb}`;
}

/** The actions a set of scopes stands for. */
export function actionsOf(scopes: readonly string[]): Action[] {
  return ACTIONS.filter((action) => scopes.some((scope) => covers(scope, action)));
}
