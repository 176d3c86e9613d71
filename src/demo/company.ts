import type { Role } from '../tenants/permissions.js';

/** The company whose feedback the demo shows: it sells project software to other companies. */
export const COMPANY = 'Brightwater';
export const OWNER = 'Olivia Hart';
export const QUESTION = 'How likely are you to recommend Brightwater to a colleague?';

/** Beside those every tenant begins with. */
export const MORE_DEPARTMENTS = [
  { key: 'finance', name: 'Finance' },
  { key: 'success', name: 'Customer success' },
];

export interface Colleague {
  name: string;
  role: Role;
  /** Key of the department they work in. */
  department: string;
}

export const COLLEAGUES: Colleague[] = [
  { name: 'Ines Okafor', role: 'cs_manager', department: 'success' },
  { name: 'Tomas Lindqvist', role: 'cs_manager', department: 'success' },
  { name: 'Rosa Delgado', role: 'department_lead', department: 'support' },
  { name: 'Kofi Mensah', role: 'agent', department: 'support' },
  { name: 'Lena Brandt', role: 'agent', department: 'support' },
  { name: 'Yuki Tanabe', role: 'department_lead', department: 'product' },
  { name: 'Piet Vermeer', role: 'agent', department: 'product' },
  { name: 'Amara Nwosu', role: 'department_lead', department: 'finance' },
  { name: 'Jonas Keller', role: 'agent', department: 'finance' },
  { name: 'Chloe Martin', role: 'department_lead', department: 'marketing' },
  { name: 'Dev Patel', role: 'agent', department: 'marketing' },
  { name: 'Milan Horvat', role: 'department_lead', department: 'web' },
  { name: 'Sofia Rossi', role: 'agent', department: 'web' },
];

export function emailOf(name: string, domain: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`;
}
