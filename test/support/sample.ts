import type { Schema } from './operations.js';

/** What a field is given when its schema alone does not say what makes sense; undefined leaves it to the schema. */
export type Given = (field: string, schema: Schema) => unknown;

/** A valid value of a schema, with every optional field filled in. */
export function sampleOf(schema: Schema, given: Given, field = ''): unknown {
  const value = given(field, schema);
  if (value !== undefined) return value;
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum.at(-1);
  if (schema.oneOf) return sampleOf(schema.oneOf[0]!, given, field);
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, given);
    case 'array':
      return [sampleOf(schema.items ?? {}, given, field)];
    case 'string':
      return sampleText(schema, field);
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      throw new Error(`Nobody knows a valid "${field}": say one in test/support/one-of-everything.ts.`);
  }
}

function sampleObject({ properties = {} }: Schema, given: Given): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, sampleOf(property, given, name)]),
  );
}

function sampleText({ format, pattern, minLength = 1 }: Schema, field: string): string {
  if (format === 'date-time') return '2026-01-05T10:00:00Z';
  if (pattern && !new RegExp(pattern).test('x')) {
    throw new Error(
      `"${field}" must match ${pattern}: say a valid one in test/support/one-of-everything.ts.`,
    );
  }
  return 'x'.repeat(Math.max(minLength, 1));
}
