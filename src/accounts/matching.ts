import { changedProperties, type Properties } from '../platform/properties.js';

/** What accounts and contacts have in common when one is looked for. */
export interface Known {
  id: string;
  externalId: string | null;
  properties: Properties;
}

/** What is said of one. Fields left out say nothing; `id` names one that must exist. */
export type Said<K extends Known> = Partial<K>;

/** How one kind of thing is recognised. */
export interface Kind<K extends Known> {
  noun: string;
  /** The field that tells things apart when no external id does: a contact's e-mail, an account's name. */
  alias: keyof K & string;
  /** The alias as it is compared. */
  aliasKey(alias: string): string;
  /** Whether things with external ids of their own may share an alias. */
  sharesAlias: boolean;
  /** A new one, before what else an item says is noted. */
  blank(id: string, item: Said<K>): K;
}

/** One item's match: what it is about, and the fields withheld as another has them or no room is left. */
export interface Match<K extends Known> {
  draft: Draft<K>;
  withheld: string[];
}

/** A known thing or one to be made, with what was said of it. */
export interface Draft<K extends Known> {
  thing: K;
  isNew: boolean;
  changes: Partial<K>;
}

/**
 * Finds whom a batch of items speaks about, among the known things and those the batch itself brings,
 * and notes what the items change. An item is recognised by its id, else by its external id, else by its
 * alias. An external id is a thing's own: two different ones are never the same thing, even when they
 * share an alias, and a thing known by its alias alone takes the external id said with it. What another
 * thing has already, an external id or an alias, is withheld rather than taken away.
 *
 * Returns null for an item whose `id` is unknown. Linear in items and known things.
 */
export function matchAll<K extends Known>(
  items: Said<K>[],
  known: K[],
  kind: Kind<K>,
  newId: () => string,
): (Match<K> | null)[] {
  const roster = new Roster(kind);
  for (const thing of known) roster.add({ thing: { ...thing }, isNew: false, changes: {} });
  return items.map((item) => {
    const found = roster.find(item);
    if (!found && item.id !== undefined) return null;
    const draft = found ?? { thing: kind.blank(newId(), item), isNew: true, changes: {} };
    const withheld = roster.apply(draft, item);
    if (!found) roster.add(draft);
    return { draft, withheld };
  });
}

/** The things of one batch by what they are recognised by. */
class Roster<K extends Known> {
  private readonly byId = new Map<string, Draft<K>>();
  private readonly byExternalId = new Map<string, Draft<K>>();
  private readonly byAlias = new Map<string, Draft<K>>();

  constructor(private readonly kind: Kind<K>) {}

  add(draft: Draft<K>): void {
    this.byId.set(draft.thing.id, draft);
    this.index(draft);
  }

  find(item: Said<K>): Draft<K> | undefined {
    if (item.id !== undefined) return this.byId.get(item.id);
    const externalId = item.externalId ?? undefined;
    const own = externalId === undefined ? undefined : this.byExternalId.get(externalId);
    if (own) return own;
    const alias = this.aliasOf(item);
    const namesake = alias === undefined ? undefined : this.byAlias.get(alias);
    const isSomebodyElse = externalId !== undefined && namesake && namesake.thing.externalId !== null;
    return isSomebodyElse ? undefined : namesake;
  }

  /** Notes what an item says of a thing; returns the fields withheld. */
  apply(draft: Draft<K>, item: Said<K>): string[] {
    const { id, properties = {}, ...fields } = item;
    const hasOnlyAlias = id === undefined && item.externalId === undefined;
    const withheld: string[] = [];
    for (const [field, value] of Object.entries<unknown>(fields)) {
      if (value == null || draft.thing[field as keyof K] === value) continue;
      if (field === this.kind.alias && hasOnlyAlias && this.isAliasOf(draft, value as string)) continue;
      if (this.isTaken(draft, field, value as string)) withheld.push(field);
      else note(draft, { [field]: value } as Partial<K>);
    }
    if (!noteProperties(draft, properties)) withheld.push('properties');
    this.index(draft);
    return withheld;
  }

  /** A thing without an external id goes before its namesakes: its alias is all it has. */
  private index(draft: Draft<K>): void {
    const { externalId } = draft.thing;
    if (externalId !== null) this.byExternalId.set(externalId, draft);
    const alias = this.aliasOf(draft.thing);
    if (alias === undefined) return;
    const namesake = this.byAlias.get(alias);
    if (!namesake || (namesake.thing.externalId !== null && externalId === null)) {
      this.byAlias.set(alias, draft);
    }
  }

  private isTaken(draft: Draft<K>, field: string, value: string): boolean {
    if (field === 'externalId') {
      const holder = this.byExternalId.get(value);
      return holder !== undefined && holder !== draft;
    }
    if (field !== this.kind.alias) return false;
    const holder = this.byAlias.get(this.kind.aliasKey(value));
    if (!holder || holder === draft) return false;
    return !this.kind.sharesAlias || (holder.thing.externalId === null && draft.thing.externalId === null);
  }

  private isAliasOf(draft: Draft<K>, alias: string): boolean {
    return this.aliasOf(draft.thing) === this.kind.aliasKey(alias);
  }

  private aliasOf(item: Said<K>): string | undefined {
    const alias = item[this.kind.alias] as string | null | undefined;
    return alias == null ? undefined : this.kind.aliasKey(alias);
  }
}

function note<K extends Known>(draft: Draft<K>, changes: Partial<K>): void {
  Object.assign(draft.thing, changes);
  Object.assign(draft.changes, changes);
}

/** Whether all of them found room. */
function noteProperties<K extends Known>(draft: Draft<K>, said: Properties): boolean {
  const changed = changedProperties(draft.thing.properties, said);
  if (Object.keys(changed).length > 0) {
    draft.thing.properties = { ...draft.thing.properties, ...changed };
    draft.changes.properties = { ...draft.changes.properties, ...changed };
  }
  return Object.keys(said).every((name) => Object.hasOwn(draft.thing.properties, name));
}
