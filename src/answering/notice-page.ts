import { html } from 'ghtml';
import type { ThankYou } from '../surveys/thanks.js';
import type { NoticeName, PagePhrases } from './page-phrases-en.js';
import { filled } from '../surveys/phrases.js';

/** What a notice is answered with. */
export const NOTICE_STATUS: Record<NoticeName, number> = {
  thanks: 200,
  answered: 200,
  cast: 200,
  closed: 410,
  notYet: 503,
  paused: 503,
  unknown: 404,
  erased: 410,
  tooMany: 429,
  elsewhere: 403,
  trouble: 503,
};

/** A page that only says something, as HTML. */
export function noticeContent(
  name: NoticeName,
  phrases: PagePhrases,
  values: Readonly<Record<string, string | number>>,
  changeUrl: string | null = null,
): string {
  const { title, text } = phrases.notices[name];
  return html`<h1>${filled(title, values)}</h1>
    <p class="lines">${filled(text, values)}</p>
    !${changeLink(changeUrl, phrases)}`;
}

/** What a person reads who has just sent the answers, as HTML. `extra` is HTML. */
export function thanksContent(
  thanks: ThankYou | null,
  phrases: PagePhrases,
  values: Readonly<Record<string, string | number>>,
  { changeUrl, promises, extra }: { changeUrl: string | null; promises: string[]; extra: string },
): string {
  const own = phrases.notices.thanks;
  const { title, text } = thanks ?? { title: filled(own.title, values), text: filled(own.text, values) };
  const link = thanks?.link;
  return html`<div role="status">
      <h1>${title}</h1>
      <p class="lines">${text}</p>
    </div>
    !${link ? html`<p><a class="button" href="${link.url}" target="_blank" rel="noopener noreferrer">${link.label}</a></p>` : ''}
    !${extra} !${promises.map((promise) => html`<p class="soft">${promise}</p>`)}
    !${changeLink(changeUrl, phrases)}`;
}

function changeLink(url: string | null, phrases: PagePhrases): string {
  return url ? html`<p><a class="change" href="${url}">${phrases.change}</a></p>` : '';
}
