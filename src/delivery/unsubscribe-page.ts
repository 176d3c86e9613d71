import { createHash } from 'node:crypto';
import { html } from 'ghtml';
import type { Direction } from '../surveys/language.js';
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

const STYLE = `
:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#1b1f24}
@media (prefers-color-scheme:dark){:root{--ground:#111418;--card:#1b1f24;--ink:#f0f3f6}header img{padding:.375rem;border-radius:.375rem;background:#fff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:break-word}
main{max-width:36rem;margin:0 auto;padding:0 0 2rem}
header{padding:1rem;font-weight:600}
header img{max-width:12rem;max-height:2.5rem}
.card{padding:1.5rem 1rem;border-top:.25rem solid var(--brand);background:var(--card)}
h1{margin:0 0 .75rem;font-size:1.375rem;line-height:1.3}
p{margin:0 0 1.5rem}
button{min-height:3rem;padding:.6875rem 1.5rem;border:1px solid var(--brand);border-radius:.5rem;background:var(--brand);color:var(--on-brand);font:inherit;font-weight:600;cursor:pointer}
button.plain{border-color:currentColor;background:none;color:inherit;font-weight:400}
button:hover{box-shadow:0 0 0 1px var(--ink)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
@media (min-width:40rem){main{padding:2rem 1rem}.card{padding:2rem;border-radius:.75rem}}`;

/** The page as HTML, and the headers it must be served with. It needs no script, and its form goes where it is. */
export function unsubscribePage(page: UnsubscribePage): { html: string; headers: Record<string, string> } {
  const { phrases, tag, dir, company, brand } = page;
  const style = `:root{--brand:${brand.colour};--on-brand:${brand.textColour}}${STYLE}`;
  const { title, text, form } = contentOf(page);
  const values = { company, email: page.email };
  return {
    html: html`<!doctype html>
<html lang="${tag}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${filled(phrases[title], values)}</title>
<style>!${style}</style>
</head>
<body>
<main>
<header>!${headOf(page)}</header>
<div class="card">
<h1>${filled(phrases[title], values)}</h1>
<p>${filled(phrases[text], values)}</p>
!${form}
</div>
</main>
</body>
</html>
`,
    headers: headersWith(style),
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

function headOf({ company, brand: { logoUrl } }: UnsubscribePage): string {
  return logoUrl ? html`<img src="${logoUrl}" alt="${company}" />` : html`${company}`;
}

function headersWith(style: string): Record<string, string> {
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
  };
}
