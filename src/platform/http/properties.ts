import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { MAX_PROPERTIES, propertiesProblem } from '../properties.js';

export type { Properties } from '../properties.js';

/** How a field with properties reads in the OpenAPI document. */
const schema = (selfRequired: boolean): ApiPropertyOptions => ({
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  maxProperties: MAX_PROPERTIES,
  example: { plan: 'pro', seats: 12 },
  selfRequired,
});

/** The field of a view holds properties. */
export const ApiProperties = () => ApiProperty(schema(true));

/** The field must hold properties: a flat object of texts, numbers and truths within their limits. */
export function IsProperties(): PropertyDecorator {
  return (target, field) => {
    ApiProperty(schema(false))(target, field);
    // As it came: class-transformer would drop properties called as something every object has.
    Transform(({ obj, key }) => (obj as Record<string, unknown>)[key])(target, field);
    ValidateBy({
      name: 'isProperties',
      validator: {
        validate: (value) => propertiesProblem(value) === null,
        defaultMessage: (args) => propertiesProblem(args?.value) ?? '',
      },
    })(target, field);
  };
}
