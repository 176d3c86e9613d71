import { stemOf } from './stems.js';
import type { Token } from './tokens.js';

/** The tokens of a text as words to compare: the form as it is said, and its stem. */
export interface Words {
  /** In lower case, with straight apostrophes and no letter drawn out (“sooo”, “slooow”). */
  forms: string[];
  stems: string[];
}

export function wordsOf(text: string, tokens: readonly Token[]): Words {
  const forms = tokens.map(({ start, end }) => formOf(text.slice(start, end)));
  return { forms, stems: forms.map(stemOf) };
}

/** Whether it is a word of letters; not a figure, an emoji or a link. */
export function isSpelled(form: string): boolean {
  return /\p{L}/u.test(form) && !/^(https?:|www\.)/.test(form);
}

function formOf(token: string): string {
  const form = token.toLowerCase().replaceAll('’', "'");
  return DRAWN_OUT.test(form) ? form.replace(ALL_DRAWN_OUT, '$1$2') : form;
}

// Two letters o or e in a row are usual (“good”), three of any are not.
const DRAWN_OUT = /([a-z])\1\1/;
const ALL_DRAWN_OUT = /(?:([oe])\1{2,}(?=d)|([a-z])\2{2,})/g;
