/**
 * Words as somebody typed them, as PostgreSQL's web search can read them. It takes each dash as a "not" of what follows,
 * and gives up at some thirty of them in a row; several in a row, as in `good -- but slow`, mean none.
 */
export function searchWords(typed: string): string {
  return typed.replace(/-(?:[\s!&|()]*-)+/gu, ' ');
}
