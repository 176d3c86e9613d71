const MS_PER_MINUTE = 60_000;

/**
 * Whose turn it is: the next candidate after the one asked last, in the order of their ids, and the first again after
 * the last. The one asked last need no longer be a candidate. Null when there is no candidate.
 */
export function roundRobin(candidateIds: readonly string[], lastAssignedId: string | null): string | null {
  const inOrder = candidateIds.toSorted();
  const following = inOrder.find((id) => lastAssignedId !== null && id > lastAssignedId);
  return following ?? inOrder[0] ?? null;
}

/** When a task opened at a moment is to be acknowledged and resolved, every minute counting. */
export function dueDates(
  openedAt: Date,
  minutes: { acknowledgeMinutes: number; resolveMinutes: number },
): { acknowledgeDueAt: Date; resolveDueAt: Date } {
  const after = (count: number) => new Date(openedAt.getTime() + count * MS_PER_MINUTE);
  return {
    acknowledgeDueAt: after(minutes.acknowledgeMinutes),
    resolveDueAt: after(minutes.resolveMinutes),
  };
}
