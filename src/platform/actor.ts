/** Who does something: kept with every event, so that each change can be traced to a person or a key. */
export interface Actor {
  type: 'member' | 'api_key' | 'operator' | 'system';
  /** The member's or API key's id; none for the operator's command line and Heed itself. */
  id: string | null;
}

export const SYSTEM: Actor = { type: 'system', id: null };
export const OPERATOR: Actor = { type: 'operator', id: null };
