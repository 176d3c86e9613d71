/** What a contact is to Heed's tenant within their own company. */
export const CAPACITIES = ['decision_maker', 'champion', 'manager', 'team_member', 'end_user'] as const;

export type Capacity = (typeof CAPACITIES)[number];
