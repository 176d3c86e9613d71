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
}

/** The words of a text, one after the other. */
export function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** The entries of a text, separated by commas or line breaks. */
export function entries(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
