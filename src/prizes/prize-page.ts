import { html } from 'ghtml';
import { filled } from '../surveys/phrases.js';
import type { Phrases } from '../surveys/phrases-en.js';
import type { DrawPhrases } from './draw-phrases.js';
import type { DrawRecord } from './draw-record.js';

/** Fields of the form. */
export const ENTRY_FIELDS = { email: 'email', consent: 'consent' } as const;

/** Longest address mail is sent to (RFC 5321). */
export const ADDRESS_LENGTH = 254;

/** Winners named on the page; all are in the record. */
const SHOWN_WINNERS = 100;

export interface PrizeWords {
  phrases: Phrases;
  own: DrawPhrases;
}

export interface EntryForm {
  prize: string;
  commitment: string;
  /** Where it is sent. */
  action: string;
  recordUrl: string;
  /** What was wrong with it when it was sent before. */
  fault: string | null;
  email: string;
  /** Whether it stands in a frame, which only the survey may. */
  isEmbedded: boolean;
}

/** The form to enter a draw by, as HTML. `heading` is the level of its heading on the page. */
export function entryForm(form: EntryForm, { phrases, own }: PrizeWords, heading: 1 | 2): string {
  const { prize, commitment, action, recordUrl, fault, email, isEmbedded } = form;
  const title = filled(phrases.prizeTitle, { prize });
  const target = isEmbedded ? ' target="_blank"' : '';
  return html`<section>
    !${heading === 1 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
    <p>${phrases.prizeText}</p>
    <form method="post" action="${action}" !${target}>
      !${fault ? html`<p class="fault" id="entry-fault" role="alert">${fault}</p>` : ''}
      <div class="question">
        <label for="entry-email">${phrases.prizeEmail}</label>
        <input
          type="email"
          id="entry-email"
          name="!${ENTRY_FIELDS.email}"
          value="${email}"
          maxlength="!${ADDRESS_LENGTH}"
          autocomplete="email"
          required
          !${fault ? 'aria-invalid="true" aria-describedby="entry-fault"' : ''}
        />
      </div>
      <p>
        <label class="pick">
          <input type="checkbox" name="!${ENTRY_FIELDS.consent}" value="yes" required />
          <span>${phrases.prizeConsent}</span>
        </label>
      </p>
      <div class="actions"><button>${phrases.prizeEnter}</button></div>
    </form>
    <p class="soft">
      ${own.promised} <code>${commitment}</code>
    </p>
    <p>
      <a href="${recordUrl}" target="_blank" rel="noopener">${phrases.prizeRecord}</a>
    </p>
  </section>`;
}

/** What a person reads who has tried to enter, as HTML. */
export function entryNotice(
  title: string,
  sentences: string[],
  recordUrl: string,
  { phrases }: PrizeWords,
): string {
  return html`<div role="status">
      <h1>${title}</h1>
      !${sentences.map((sentence) => html`<p class="lines">${sentence}</p>`)}
    </div>
    <p><a href="${recordUrl}">${phrases.prizeRecord}</a></p>`;
}

/** What everybody may read of a draw, as HTML. */
export function recordContent(record: DrawRecord, fileUrl: string, { phrases, own }: PrizeWords): string {
  const { prize, prizes, commitment, entries, entriesDigest, winners } = record;
  const title = filled(phrases.prizeTitle, { prize: prizes > 1 ? `${prizes} × ${prize}` : prize });
  const sealed = entries
    ? html`<p>${filled(own.sealed, { count: entries.length })} <code>${entriesDigest}</code></p>`
    : html`<p>${own.pending}</p>`;
  const drawn = winners
    ? html`<p>${own.drawn}</p>
        <ol>
          !${winners.slice(0, SHOWN_WINNERS).map((winner) => html`<li><code>${winner}</code></li>`)}
        </ol>`
    : '';
  return html`<h1>${title}</h1>
    <p>${own.promised} <code>${commitment}</code></p>
    !${sealed} !${drawn}
    <p><a href="${fileUrl}">${own.record}</a></p>`;
}
