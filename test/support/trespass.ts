import type { Answer, Sent } from './send.js';
import type { Slot } from './requests.js';

/**
 * What is wrong with the answer to a request that named another tenant's thing; null when nothing is.
 * `theirs` are all ids of the other tenant: a refusal may repeat one that was sent, a success may show none.
 */
export function trespass(
  answer: Answer,
  sent: Sent,
  slot: Slot | undefined,
  theirs: Set<string>,
): string | null {
  const { status, text } = answer;
  if (status >= 500) return `answered ${status}: ${text}`;
  const said = `${sent.path} ${String(sent.body ?? '')}`;
  const shown = [...theirs].find((id) => text.includes(id) && (status < 400 || !said.includes(id)));
  if (shown) return `showed ${shown} of the other tenant: ${status} ${text}`;
  const isRefusal = [401, 403, 404].includes(status);
  if (slot?.in === 'path' && !isRefusal && namesAnId(sent, theirs)) {
    return `answered ${status} where it should not have found anything: ${text}`;
  }
  return null;
}

/** Keys that each tenant chooses for itself may be the same in two tenants; ids may not. */
function namesAnId({ path }: Sent, theirs: Set<string>): boolean {
  return [...theirs].some((id) => path.includes(id));
}
