import { html } from 'ghtml';
import type { Direction } from '../surveys/language.js';
import type { PageFrame } from '../surveys/page.js';
import { filled } from '../surveys/phrases.js';
import type { Phrases } from '../surveys/phrases-en.js';

/** What a page about unsubscribing says. */
export type UnsubscribeStep = 'asking' | 'unsubscribed' | 'asked_again' | 'unknown';

export interface UnsubscribePage {
  step: UnsubscribeStep;
  phrases: Phrases;
  tag: string;
  dir: Direction;
  company: string;
  /** The address it is about, as far as it is known. */
  email: string;
  brand: { colour: string; textColour: string; logoUrl: string | null };
}

/** The field of the form that takes unsubscribing back. */
export const UNDO = 'undo';

/** What frames the page, and what it says, as HTML. It needs no script, and its form goes where it is. */
export function unsubscribePage(page: UnsubscribePage): { frame: PageFrame; content: string } {
  const { phrases, tag, dir, company, email } = page;
  const { title, text, form } = contentOf(page);
  const values = { company, email };
  const brand = { ...page.brand, company };
  const heading = filled(phrases[title], values);
  return {
    frame: { tag, dir, title: heading, brand, embedding: null },
    content: html`<h1>${heading}</h1>
      <p>${filled(phrases[text], values)}</p>
      !${form}`,
  };
}

function contentOf({ step, phrases }: UnsubscribePage): {
  title: keyof Phrases;
  text: keyof Phrases;
  form: string;
} {
  switch (step) {
    case 'asking':
      return {
        ...{ title: 'unsubscribeTitle', text: 'unsubscribeText' },
        form: html`<form method="post"><button>${phrases.unsubscribe}</button></form>`,
      };
    case 'unsubscribed':
      return {
        ...{ title: 'unsubscribedTitle', text: 'unsubscribedText' },
        form: html`<form method="post"><button class="plain" name="${UNDO}" value="1">${phrases.askAgain}</button></form>`,
      };
    case 'asked_again':
      return { title: 'askedAgainTitle', text: 'askedAgainText', form: '' };
    case 'unknown':
      return { title: 'unknownTitle', text: 'unknownText', form: '' };
  }
}
