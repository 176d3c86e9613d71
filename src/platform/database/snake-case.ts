import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `tenantId` in code is `tenant_id` in the database; table names are given by hand. */
export class SnakeCase extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes, customName ?? propertyName]
      .join('_')
      .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
