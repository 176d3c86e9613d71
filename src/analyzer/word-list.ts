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
