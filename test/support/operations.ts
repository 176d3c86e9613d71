import type { OpenAPIObject } from '@nestjs/swagger';

export interface Schema {
  type?: string;
  format?: string;
  enum?: unknown[];
  example?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  nullable?: boolean;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

/** One route as the OpenAPI document describes it, with every reference followed. */
export interface Operation {
  /** `PATCH /v1/members/{id}`. */
  name: string;
  method: string;
  path: string;
  summary: string;
  tags: string[];
  /** The action its caller must be allowed. */
  permission: string | undefined;
  parameters: Parameter[];
  /** Of its JSON body; undefined when it takes none. */
  body: Schema | undefined;
  /** The media type of the file it takes as its body; undefined when it takes none. */
  takesFile: string | undefined;
  /** By status, the schema of what it answers. */
  responses: Record<string, Schema | undefined>;
}

interface RawOperation {
  summary?: string;
  tags?: string[];
  'x-permission'?: string;
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}

type Content = Record<string, { schema?: Schema }>;

const JSON_TYPE = 'application/json';

export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, RawOperation>).map(([method, operation]) =>
      operationOf(document, method.toUpperCase(), path, operation),
    ),
  );
}

function operationOf(document: OpenAPIObject, method: string, path: string, raw: RawOperation): Operation {
  const bodies = raw.requestBody?.content ?? {};
  const whole = (schema: Schema | undefined) => schema && followed(document, schema);
  return {
    name: `${method} ${path}`,
    method,
    path,
    summary: raw.summary ?? '',
    tags: raw.tags ?? [],
    permission: raw['x-permission'],
    parameters: (raw.parameters ?? []).map((one) => ({ ...one, schema: followed(document, one.schema) })),
    body: whole(bodies[JSON_TYPE]?.schema),
    takesFile: Object.keys(bodies).find((type) => type !== JSON_TYPE),
    responses: Object.fromEntries(
      Object.entries(raw.responses).map(([status, { content = {} }]) => [
        status,
        whole(Object.values(content)[0]?.schema),
      ]),
    ),
  };
}

/** The schema with what it refers to in the place of each reference. */
function followed(document: OpenAPIObject, schema: Schema): Schema {
  const { $ref, allOf, ...own } = schema;
  const parts = [...(allOf ?? []), ...($ref ? [named(document, $ref)] : [])];
  const whole: Schema = Object.assign({}, ...parts.map((part) => followed(document, part)), own);
  if (whole.items) whole.items = followed(document, whole.items);
  if (whole.oneOf) whole.oneOf = whole.oneOf.map((one) => followed(document, one));
  if (whole.properties) {
    whole.properties = Object.fromEntries(
      Object.entries(whole.properties).map(([name, one]) => [name, followed(document, one)]),
    );
  }
  return whole;
}

function named(document: OpenAPIObject, ref: string): Schema {
  const name = ref.replace('#/components/schemas/', '');
  const schema = document.components?.schemas?.[name] as Schema | undefined;
  if (!schema) throw new Error(`The document refers to ${ref}, which it does not have.`);
  return schema;
}
