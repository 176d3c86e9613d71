/**
 * A fact in the past tense. A module declares its events as small classes:
 *
 *     @Fact('task.resolved', { published: true })
 *     export class TaskResolved { constructor(readonly taskId: string, readonly loopId: string) {} }
 *
 * The fields are ids, numbers and short codes, never what a person wrote or who they are: they are kept
 * as the audit trail. The first field whose name ends in `Id` is what the fact is about, its subject.
 */
export type FactClass<T extends object = object> = new (...args: never[]) => T;

interface FactOptions {
  /** Whether tenants may subscribe a webhook to it. */
  published?: boolean;
}

export interface FactDeclaration extends Required<FactOptions> {
  type: string;
  fact: FactClass;
}

const declarations = new Map<FactClass, FactDeclaration>();

export function Fact(type: string, options: FactOptions = {}) {
  return (fact: FactClass): void => {
    const taken = [...declarations.values()].find((known) => known.type === type);
    if (taken) throw new Error(`Two events are called "${type}": ${taken.fact.name} and ${fact.name}.`);
    declarations.set(fact, { type, fact, published: options.published ?? false });
  };
}

export function declarationOf(fact: FactClass): FactDeclaration {
  const declaration = declarations.get(fact);
  if (!declaration) throw new Error(`${fact.name} is not declared: add @Fact('…') to it.`);
  return declaration;
}

/** The types a webhook may subscribe to, in alphabetical order. */
export function publishedTypes(): string[] {
  return publishedFacts().map(({ type }) => type);
}

export function publishedFacts(): FactDeclaration[] {
  return [...declarations.values()].filter((d) => d.published).sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** A fact as it was recorded: what happened, about what, when and by whom. */
export interface Recorded<T extends object = Record<string, unknown>> {
  tenantId: string;
  id: string;
  type: string;
  subjectId: string;
  actorType: string;
  actorId: string | null;
  occurredAt: Date;
  data: T;
}
