/** Making one of these costs a thousand times what using it does. There are few: languages times zones of campaigns. */
const formats = new Map<string, Intl.DateTimeFormat>();
const names = new Map<string, string>();
const MAX_REMEMBERED = 5_000;

/** A day and time as readers of a language (BCP 47) write it, in an IANA time zone. */
export function spokenMoment(moment: Date, tag: string, timeZone: string): string {
  const key = `${tag} ${timeZone}`;
  const make = () => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return remembered(formats, key, make).format(moment);
}

/** What a language (BCP 47) is called by those who read it: `Deutsch`. */
export function ownNameOf(tag: string): string {
  const make = () => new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  return remembered(names, tag, make);
}

function remembered<V>(known: Map<string, V>, key: string, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MAX_REMEMBERED) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
