/**
 * Runs work that may meet a unique constraint, and says it in the module's words when it does. The
 * constraint decides, so two requests at the same moment cannot both pass a check.
 */
export async function refusing<T>(
  constraint: string,
  error: () => Error,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw violatedConstraint(thrown) === constraint ? error() : thrown;
  }
}

const UNIQUE_VIOLATION = '23505';

function violatedConstraint(error: unknown): string | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION ? constraint : undefined;
}
