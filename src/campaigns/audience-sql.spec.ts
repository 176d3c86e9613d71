import { audienceSql, Parameters } from './audience-sql.js';
import type { Audience } from './audience.js';

function compiled(audience: Audience) {
  const parameters = new Parameters(2);
  return { sql: audienceSql(audience, 'external', parameters), values: parameters.values };
}

describe('the SQL of an audience', () => {
  it('holds no value and no name of a property', () => {
    const name = "x'; drop table contact; --";
    const { sql, values } = compiled({
      any: [
        { field: `contact.properties.${name}`, op: 'eq', value: name },
        { field: 'account.name', op: 'in', value: [name, 7] },
        { field: 'contact.properties.age', op: 'gte', value: 40 },
        { field: 'contact.created_at', op: 'before', value: '2026-01-31' },
      ],
    });
    expect(sql).not.toContain('drop');
    expect(values).toEqual([name, name, name, [7], 40, 'age', '2026-01-31T00:00:00.000Z']);
  });

  it('numbers its values after those of the statement', () => {
    const { sql } = compiled({ field: 'contact.language', op: 'eq', value: 'de' });
    expect(sql).toContain('$2::text');
    expect(sql).not.toContain('$3');
  });
});
