import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { MadeMeanwhile } from './accounts.errors.js';
import { type Draft, type Kind, type Known, type Match, matchAll, type Said } from './matching.js';

/** Times a batch is matched anew because others made the same things at the same moment. */
const ATTEMPTS = 3;
const UNIQUE_VIOLATION = '23505';

/** The rows of one kind of thing, read and written by the batch. */
export interface Rows<K extends Known> {
  kind: Kind<K>;
  /** The rows any of the items may be about. */
  find(items: Said<K>[]): Promise<K[]>;
  /** Inserts those nobody else has made meanwhile; returns their ids. */
  insert(things: K[]): Promise<string[]>;
  /** Writes what changed; fields left out stay, properties are added to those present. */
  update(changes: Said<K>[]): Promise<void>;
}

export type Outcome = 'created' | 'changed' | 'unchanged';

export interface Recognized<K extends Known> {
  thing: K;
  outcome: Outcome;
  /** Fields not set: another thing has that external id or alias, or there is no room for more properties. */
  withheld: string[];
}

/**
 * Turns what a batch says of accounts or contacts into rows: found, made or changed, in a number of
 * statements that does not depend on the batch's size, and without a write when nothing is new. Call it
 * once per kind and transaction, accounts before contacts: so no two batches wait for each other.
 */
@Injectable()
export class RecognitionService {
  constructor(private readonly database: Database) {}

  /** In the order of the items; null for no item, `unknown` where an item's `id` is. */
  async recognize<K extends Known>(
    items: (Said<K> | null)[],
    rows: Rows<K>,
  ): Promise<(Recognized<K> | 'unknown' | null)[]> {
    const indexes = [...items.keys()].filter((i) => items[i] !== null);
    const found = await this.settle(pick(items, indexes) as Said<K>[], rows);
    const results = new Map(indexes.map((i, n) => [i, found[n]!]));
    return items.map((_, i) => results.get(i) ?? null);
  }

  private async settle<K extends Known>(
    items: Said<K>[],
    rows: Rows<K>,
    attemptsLeft = ATTEMPTS,
  ): Promise<(Recognized<K> | 'unknown')[]> {
    if (items.length === 0) return [];
    if (attemptsLeft === 0) throw new MadeMeanwhile();
    const matches = await this.match(items, rows);
    const lost = await this.write(draftsOf(matches), rows);
    const results: (Recognized<K> | 'unknown')[] = matches.map((match) =>
      match ? recognized(match) : 'unknown',
    );
    const again = [...matches.keys()].filter((i) => matches[i] && lost.has(matches[i].draft));
    const found = await this.settle(pick(items, again), rows, attemptsLeft - 1);
    for (const [n, i] of again.entries()) results[i] = found[n]!;
    return results;
  }

  private async match<K extends Known>(items: Said<K>[], rows: Rows<K>): Promise<(Match<K> | null)[]> {
    const matches = matchAll(items, await rows.find(items), rows.kind, newId);
    if (!takesSeveralKeys(draftsOf(matches), rows.kind)) return matches;
    await this.takeTurn(rows.kind);
    return matchAll(items, await rows.find(items), rows.kind, newId);
  }

  /** Returns the new ones that somebody else made first. */
  private async write<K extends Known>(drafts: Draft<K>[], rows: Rows<K>): Promise<Set<Draft<K>>> {
    const fresh = drafts.filter(({ isNew }) => isNew);
    const changed = drafts.filter(isChanged);
    const made = new Set(fresh.length > 0 ? await rows.insert(fresh.map(({ thing }) => thing)) : []);
    if (changed.length > 0) await this.update(changed, rows);
    return new Set(fresh.filter(({ thing }) => !made.has(thing.id)));
  }

  private async update<K extends Known>(changed: Draft<K>[], rows: Rows<K>): Promise<void> {
    try {
      await rows.update(changed.map(({ thing, changes }) => ({ ...changes, id: thing.id })));
    } catch (error) {
      throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new MadeMeanwhile() : error;
    }
  }

  /**
   * Two batches that take the same external ids and aliases in different orders would deadlock on the
   * unique indexes, so they go one after the other. A single new row waits while it holds no key.
   */
  private async takeTurn<K extends Known>({ noun }: Kind<K>): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended($1::text || ' recognizes ' || $2, 0))`,
      [noun],
    );
  }
}

function takesSeveralKeys<K extends Known>(drafts: Draft<K>[], { alias }: Kind<K>): boolean {
  const takesKey = ({ isNew, changes }: Draft<K>) => !isNew && ('externalId' in changes || alias in changes);
  return drafts.filter(({ isNew }) => isNew).length > 1 || drafts.some(takesKey);
}

function isChanged<K extends Known>({ isNew, changes }: Draft<K>): boolean {
  return !isNew && Object.keys(changes).length > 0;
}

/** Each draft once, however many items are about it. */
function draftsOf<K extends Known>(matches: (Match<K> | null)[]): Draft<K>[] {
  return [...new Set(matches.flatMap((match) => (match ? [match.draft] : [])))];
}

function recognized<K extends Known>({ draft, withheld }: Match<K>): Recognized<K> {
  const outcome: Outcome = draft.isNew ? 'created' : isChanged(draft) ? 'changed' : 'unchanged';
  return { thing: draft.thing, outcome, withheld };
}

function pick<T>(items: T[], indexes: number[]): T[] {
  return indexes.map((i) => items[i]!);
}
