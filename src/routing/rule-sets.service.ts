import { Injectable } from '@nestjs/common';
import { Invalid } from '../platform/errors.js';
import { DepartmentsService } from '../tenants/departments.service.js';
import { ThemesService } from '../themes/themes.service.js';
import type { Rule, ThemeDepartments } from './route.js';
import { draftProblems, type RuleDraft, ruleOf } from './rule-draft.js';
import { RulesService } from './rules.service.js';

/** All that decides where a response goes: rules in the order they are asked, and who acts when none of them says. */
export interface RuleSet {
  rules: Rule[];
  fallbackDepartmentId: string;
  themeDepartments: ThemeDepartments;
}

/** Puts together what responses are routed by. */
@Injectable()
export class RuleSetsService {
  constructor(
    private readonly rules: RulesService,
    private readonly departments: DepartmentsService,
    private readonly themes: ThemesService,
  ) {}

  /** What responses are routed by now. */
  async inForce(): Promise<RuleSet> {
    return this.withDepartments(await this.rules.all(), await this.departments.all());
  }

  /** What responses would be routed by if the drafts were all the rules there are. */
  async ofDrafts(drafts: RuleDraft[]): Promise<RuleSet> {
    const departments = await this.departments.all();
    const known = new Set(departments.map(({ id }) => id));
    const problems = drafts.flatMap((draft, index) => draftProblems(draft, known, `/rules/${index}`));
    if (problems.length > 0) throw Invalid.because(problems);
    const rules = drafts.map((draft, index) => ruleOf(`draft-${index + 1}`, draft));
    return this.withDepartments(rules, departments);
  }

  private async withDepartments(
    rules: Rule[],
    departments: { id: string; isFallback: boolean }[],
  ): Promise<RuleSet> {
    const fallbackDepartmentId = departments.find(({ isFallback }) => isFallback)!.id;
    return { rules, fallbackDepartmentId, themeDepartments: await this.themes.departmentsByKey() };
  }
}
