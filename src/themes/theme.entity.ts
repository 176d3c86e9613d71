import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import { excess, joined, tidied, type ThemeWords } from './theme-words.js';
import {
  ThemeAlreadyRetired,
  ThemeMerged,
  ThemeMergedIntoItself,
  ThemeNotRetired,
  TooManyThemeWords,
} from './themes.errors.js';

/** What somebody may say of a theme. */
export interface ThemeDraft extends ThemeWords {
  name: string;
  description: string | null;
  parentId: string | null;
  departmentId: string | null;
}

/** A topic a tenant cares about. */
@Entity('theme')
export class Theme extends TenantRow {
  /** Short name for rules and integrations, such as `pricing`. */
  @Column('text')
  key: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  /** The key of the starter theme whose built-in rules find it as well. */
  @Column('text', { nullable: true })
  starter: string | null;

  /** The theme it is a part of. */
  @Column('uuid', { nullable: true })
  parentId: string | null;

  /** The theme its mentions count for; never one that is merged itself. */
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  /** Who acts on what is said of it when no rule decides. */
  @Column('uuid', { nullable: true })
  departmentId: string | null;

  @Column('text', { array: true })
  keywords: string[];

  @Column('text', { array: true })
  phrases: string[];

  @Column('text', { array: true })
  examples: string[];

  @Column('timestamptz')
  createdAt: Date;

  /** Since when it is not looked for any more; what it was found in keeps it. */
  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  @VersionColumn()
  version: number;

  static create(id: string, key: string, draft: ThemeDraft, now: Date, starter: string | null = null): Theme {
    const theme = new Theme();
    Object.assign(theme, {
      id,
      key,
      starter,
      mergedIntoId: null,
      createdAt: now,
      retiredAt: null,
      version: 1,
    });
    theme.change(draft);
    return theme;
  }

  get isLive(): boolean {
    return this.retiredAt === null;
  }

  change({ keywords, phrases, examples, ...rest }: Partial<ThemeDraft>): void {
    Object.assign(this, rest);
    if (keywords) this.keywords = tidied(keywords);
    if (phrases) this.phrases = tidied(phrases);
    if (examples) this.examples = tidied(examples);
  }

  retire(now: Date): void {
    if (this.retiredAt) throw new ThemeAlreadyRetired(this.id);
    this.retiredAt = now;
  }

  restore(parentId: string | null): void {
    if (this.mergedIntoId) throw new ThemeMerged(this.id, this.mergedIntoId);
    if (!this.retiredAt) throw new ThemeNotRetired(this.id);
    this.retiredAt = null;
    this.parentId = parentId;
  }

  /** Goes up in another, which is found by the words of both from now on. */
  mergeInto(target: Theme, now: Date): void {
    if (target.id === this.id) throw new ThemeMergedIntoItself();
    if (target.retiredAt) throw new ThemeAlreadyRetired(target.id);
    this.retire(now);
    const words = joined(target, this);
    const tooMany = excess(words);
    if (tooMany) throw new TooManyThemeWords(tooMany.list, tooMany.count, tooMany.most);
    target.change(words);
    target.departmentId ??= this.departmentId;
    this.mergedIntoId = target.id;
  }
}
