/** A theme every tenant begins with. */
export interface StarterTheme {
  key: string;
  name: string;
  description: string;
  /** The key of the department that usually acts on it; null when that differs from company to company. */
  department: 'product' | 'marketing' | 'support' | 'web' | null;
  /** Single words, shown to members, who may change them. */
  keywords: string[];
  /** Several words in a row, shown as well. */
  phrases: string[];
  /** Built in: patterns as `Phrases` reads them, for what customers say without naming the theme. */
  patterns: string[];
  /**
   * Built in: patterns that show this theme only where the clause names no other one. “It took weeks” is said of a
   * delivery, but “the refund took weeks” of the refund.
   */
  vague?: string[];
}
