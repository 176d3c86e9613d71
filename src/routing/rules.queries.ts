import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** What takes more than one row of rules at once: their order, and their departments. */
@Injectable()
export class RulesQueries {
  constructor(private readonly database: Database) {}

  /** Keeps others from adding, removing or moving rules until the transaction ends. */
  async lockOrder(): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended($1::text || ' routing_rule', 0))`,
    );
  }

  /** Moves the rules from a place on down by one. */
  async makeRoomAt(position: number): Promise<void> {
    await this.database.query(
      'update routing_rule set position = position + 1 where tenant_id = $1 and position >= $2',
      [position],
    );
  }

  /** Moves the rules after a place up by one. */
  async closeGapAt(position: number): Promise<void> {
    await this.database.query(
      'update routing_rule set position = position - 1 where tenant_id = $1 and position > $2',
      [position],
    );
  }

  async arrange(ruleIds: string[]): Promise<void> {
    await this.database.query(
      `update routing_rule r set position = o.position
         from unnest($2::uuid[]) with ordinality o (id, position)
        where r.tenant_id = $1 and r.id = o.id`,
      [ruleIds],
    );
  }

  /** Department ids by rule, in the order the rule names them; a rule without any is left out. */
  async departmentIds(ruleIds: string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.query<{ ruleId: string; departmentIds: string[] }>(
      `select rule_id as "ruleId", array_agg(department_id order by position) as "departmentIds"
         from routing_rule_department
        where tenant_id = $1 and rule_id = any($2::uuid[])
        group by rule_id`,
      [ruleIds],
    );
    return new Map(rows.map((row) => [row.ruleId, row.departmentIds]));
  }

  async setDepartments(ruleId: string, departmentIds: string[]): Promise<void> {
    await this.database.query('delete from routing_rule_department where tenant_id = $1 and rule_id = $2', [
      ruleId,
    ]);
    await this.database.query(
      `insert into routing_rule_department (tenant_id, rule_id, department_id, position)
       select $1, $2, d.id, d.position from unnest($3::uuid[]) with ordinality d (id, position)`,
      [ruleId, departmentIds],
    );
  }
}
