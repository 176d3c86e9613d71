/** What a tenant keeps with a thing beyond the fields Heed knows: flat names and values. */
export type Properties = Record<string, string | number | boolean>;

/** Most properties of one thing. */
export const MAX_PROPERTIES = 100;
/** Longest name of a property, in characters. */
export const PROPERTY_NAME_LENGTH = 100;
/** Longest text a property holds, in characters. */
export const PROPERTY_VALUE_LENGTH = 2_000;

/** What keeps a value from being properties, as the end of a sentence; null when nothing does. */
export function propertiesProblem(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'must be an object of names and values';
  }
  const entries = Object.entries(value);
  if (entries.length > MAX_PROPERTIES) return `must have at most ${MAX_PROPERTIES} properties`;
  for (const [name, held] of entries) {
    const problem = nameProblem(name) ?? valueProblem(name, held);
    if (problem) return problem;
  }
  return null;
}

/**
 * Those of the given properties that would change the present ones. A property never given is never
 * erased, and what would exceed `MAX_PROPERTIES` is left out, in the order given.
 */
export function changedProperties(present: Properties, given: Properties): Properties {
  let room = MAX_PROPERTIES - Object.keys(present).length;
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) =>
      Object.hasOwn(present, name) ? present[name] !== value : room-- > 0,
    ),
  );
}

function nameProblem(name: string): string | null {
  if (name.length >= 1 && name.length <= PROPERTY_NAME_LENGTH) return null;
  return `must have names of 1 to ${PROPERTY_NAME_LENGTH} characters`;
}

function valueProblem(name: string, value: unknown): string | null {
  const shown = JSON.stringify(name);
  switch (typeof value) {
    case 'boolean':
      return null;
    case 'number':
      return Number.isFinite(value) ? null : `must have a finite number in ${shown}`;
    case 'string':
      return value.length <= PROPERTY_VALUE_LENGTH
        ? null
        : `must have at most ${PROPERTY_VALUE_LENGTH} characters in ${shown}`;
    default:
      return `must have a text, a number, true or false in ${shown}`;
  }
}
