import type { UpsertedContactsView } from '../accounts/contacts.dto.js';
import type { RuleView } from '../routing/rules.dto.js';
import type { SurveyView } from '../surveys/surveys.dto.js';
import type { DepartmentView, IssuedApiKeyView, MemberView } from '../tenants/tenants.dto.js';
import type { Client, Wire } from './client.js';
import { COLLEAGUES, COMPANY, emailOf, MORE_DEPARTMENTS, QUESTION } from './company.js';
import type { Person } from './customers.js';
import { SURVEY } from './feedback.js';
import { conditionOf, type Topic, TOPICS } from './topics.js';

export interface Employee {
  id: string;
  name: string;
  role: string;
  departmentId: string;
  /** The API as they may use it. */
  client: Client;
}

export interface Company {
  departments: Wire<DepartmentView>[];
  employees: Employee[];
  /** May send responses in and nothing else. */
  intake: Client;
}

/** Gives a new tenant everything that feedback meets on its way. `owner` is its first API key. */
export async function setUp(owner: Client, people: Person[]): Promise<Company> {
  for (const department of MORE_DEPARTMENTS) await owner.post('/v1/departments', department);
  const departments = await owner.all<DepartmentView>('/v1/departments');
  const idOf = (key: string) => departments.find((department) => department.key === key)!.id;
  const employees: Employee[] = [];
  for (const { name, role, department } of COLLEAGUES) {
    employees.push(await employ(owner, { name, role, departmentId: idOf(department) }));
  }
  const lookAfter = employees.filter(({ departmentId }) => departmentId === idOf('success'));
  await addCustomers(owner, people, lookAfter);
  await addSurvey(owner);
  for (const topic of TOPICS) await owner.post<RuleView>('/v1/routing/rules', ruleFor(topic, idOf));
  const channel = { name: 'Survey channel', scopes: ['response.create'] };
  const { token } = await owner.post<IssuedApiKeyView>('/v1/api-keys', channel);
  return { departments, employees, intake: owner.as(token) };
}

async function employ(
  owner: Client,
  { name, role, departmentId }: Pick<Employee, 'name' | 'role' | 'departmentId'>,
): Promise<Employee> {
  const email = emailOf(name, `${COMPANY.toLowerCase()}.example`);
  const { id } = await owner.post<MemberView>('/v1/members', { name, email, role });
  await owner.put(`/v1/departments/${departmentId}/members/${id}`);
  const key = { name: `${name}, demo`, scopes: ['*'], memberId: id };
  const { token } = await owner.post<IssuedApiKeyView>('/v1/api-keys', key);
  return { id, name, role, departmentId, client: owner.as(token) };
}

/** Accounts are looked after by customer success in turn. */
async function addCustomers(owner: Client, people: Person[], lookAfter: Employee[]): Promise<void> {
  const accounts = [...new Set(people.map(({ account }) => account))];
  for (const [index, { externalId, name, properties }] of accounts.entries()) {
    const ownerMemberId = lookAfter[index % lookAfter.length]!.id;
    await owner.put(`/v1/accounts/external/${externalId}`, { name, properties, ownerMemberId });
  }
  const contacts = people.map(({ account, ...person }) => ({
    ...person,
    account: { externalId: account.externalId },
  }));
  await owner.post<UpsertedContactsView>('/v1/contacts/bulk', { contacts });
}

async function addSurvey(owner: Client): Promise<void> {
  const questions = [
    { key: 'score', type: 'nps', label: QUESTION, required: true },
    { key: 'comment', type: 'text', label: 'What is the main reason for your score?' },
  ];
  await owner.post<SurveyView>('/v1/surveys', { key: SURVEY, name: 'NPS', definition: { questions } });
}

function ruleFor(topic: Topic, idOf: (department: string) => string): object {
  return {
    name: topic.rule,
    condition: conditionOf(topic),
    departmentIds: [idOf(topic.department)],
    priority: topic.priority,
    assignment: topic.assignment ?? 'round_robin',
    ...(topic.dueMinutes && { acknowledgeMinutes: topic.dueMinutes, resolveMinutes: topic.dueMinutes }),
  };
}
