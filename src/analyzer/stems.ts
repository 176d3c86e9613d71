/** Forms that no ending explains; the value is stemmed like any other word. */
const IRREGULAR = new Map(
  Object.entries({
    ...{ used: 'use', uses: 'use', using: 'use', useing: 'use' },
    ...{ paid: 'pay', sent: 'send', lost: 'lose', bought: 'buy', kept: 'keep', told: 'tell', said: 'say' },
    ...{ broke: 'break', broken: 'break', froze: 'freeze', frozen: 'freeze', hung: 'hang', went: 'go' },
    ...{ took: 'take', taken: 'take', gave: 'give', given: 'give', got: 'get', gotten: 'get', came: 'come' },
    ...{
      spoke: 'speak',
      spoken: 'speak',
      forgot: 'forget',
      forgotten: 'forget',
      stole: 'steal',
      felt: 'feel',
    },
    ...{ stolen: 'steal', taught: 'teach', understood: 'understand', found: 'find', heard: 'hear' },
    ...{
      slower: 'slow',
      slowest: 'slow',
      cheaper: 'cheap',
      cheapest: 'cheap',
      easier: 'easy',
      easiest: 'easy',
    },
    ...{
      faster: 'fast',
      fastest: 'fast',
      quicker: 'quick',
      quickest: 'quick',
      nicer: 'nice',
      nicest: 'nice',
    },
    ...{ ruder: 'rude', rudest: 'rude', friendlier: 'friendly', friendliest: 'friendly', has: 'have' },
    ...{ did: 'do', does: 'do', done: 'do', doing: 'do', had: 'have', having: 'have', made: 'make' },
  }),
);
const VOWEL = /[aeiouy]/;
const DOUBLED = /([bdfglmnprtz])\1$/;

/**
 * What the inflected forms of an English word have in common (“deliveries” and “delivery”, “cancelled” and “cancel”),
 * not always a word itself. Light on purpose: plurals, -ed, -ing and a silent e, so that unlike words stay apart. Takes
 * the word in lower case; is the same for a stem of at least that length or more.
 */
export function stemOf(word: string): string {
  if (word.length > MAX_STEMMED_CHARS) return word;
  const regular = IRREGULAR.get(word) ?? word;
  const bare = withoutSuffix(withoutPlural(withoutPossessive(regular)));
  const single = bare.length >= 5 && DOUBLED.test(bare) ? bare.slice(0, -1) : bare;
  return single.length > 3 && single.endsWith('e') ? single.slice(0, -1) : single;
}

/** Longer ones are no words. */
const MAX_STEMMED_CHARS = 40;

function withoutPossessive(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2);
  return word;
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutSuffix(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const cut = word.endsWith('ing') ? 3 : word.endsWith('ed') && !word.endsWith('eed') ? 2 : 0;
  const rest = word.slice(0, word.length - cut);
  if (cut === 0 || rest.length < 3 || !VOWEL.test(rest)) return word;
  return rest.length >= 4 && /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}
