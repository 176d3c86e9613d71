import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const DESCRIPTION = `
Heed closes the loop on customer feedback: responses come in, are routed to the departments that can act, become
tasks, and stay open until someone has acted and the customer was told.

**Authentication**: \`Authorization: Bearer heed_…\` (an API key; its prefix names the tenant).
**Errors** are \`application/problem+json\` (RFC 9457) with a stable \`code\`.
**Lists** take \`limit\` and \`cursor\` and return \`{ items, next }\`.
**Repeats**: send an \`Idempotency-Key\` with a POST, and a repeat within 24 hours gets the first answer again.
**Two people, one thing**: send the \`ETag\` you read as \`If-Match\`, and a change made meanwhile answers 412.`;

/** The document at `/openapi.json` and its reference page at `/docs`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Heed API',
    customCss: '.swagger-ui .topbar { display: none }',
    swaggerOptions: { persistAuthorization: true, docExpansion: 'none', tagsSorter: 'alpha' },
  });
}

export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Heed')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key, such as heed_…' }, 'apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return finish(document);
}

const PROBLEM = { $ref: '#/components/schemas/Problem' };

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What kind of problem it is.' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable and machine-readable, such as `task.already_resolved`.' },
    detail: { type: 'string', description: 'What is wrong and what would be right.' },
    requestId: { type: 'string', format: 'uuid' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer to the field.' },
          detail: { type: 'string' },
        },
      },
    },
  },
} as const;

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeat with the same key within 24 hours gets the first answer again.',
  schema: { type: 'string', maxLength: 255 },
} as const;

/** What holds for every operation is said once here rather than in decorators on each. */
function finish(document: OpenAPIObject): OpenAPIObject {
  const operations = operationsIn(document);
  for (const [method, operation] of operations) describe(method, operation);
  document.info.contact = { name: 'Heed contributors' };
  document.tags = [...new Set(operations.flatMap(([, { tags }]) => tags ?? []))]
    .sort()
    .map((name) => ({ name }));
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: PROBLEM_SCHEMA as never };
  for (const schema of Object.values(document.components.schemas)) omitDefaulted(schema as Schema);
  return document;
}

function operationsIn({ paths }: OpenAPIObject): [string, Operation][] {
  return Object.values(paths).flatMap((path) => Object.entries(path as Record<string, Operation>));
}

function describe(method: string, operation: Operation): void {
  operation.security ??= [{ apiKey: [] }];
  operation.responses.default = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: PROBLEM } },
  };
  operation.parameters ??= [];
  for (const parameter of operation.parameters) {
    if (parameter.schema?.default !== undefined) parameter.required = false;
  }
  if (method === 'post') operation.parameters.push(IDEMPOTENCY_KEY);
}

/** The compiler plugin takes a field with a default for one that must be sent. */
function omitDefaulted(schema: Schema): void {
  const required = schema.required?.filter((name) => schema.properties?.[name]?.default === undefined);
  if (required?.length) schema.required = required;
  else delete schema.required;
}

interface Operation {
  tags?: string[];
  security?: Record<string, string[]>[];
  responses: Record<string, unknown>;
  parameters?: { required?: boolean; schema?: { type?: string; default?: unknown } }[];
}

interface Schema {
  required?: string[];
  properties?: Record<string, { default?: unknown }>;
}
