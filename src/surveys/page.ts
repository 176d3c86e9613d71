import { createHash } from 'node:crypto';
import { html } from 'ghtml';
import { HEED_COLOUR, textColourOn } from './brand-colour.js';
import type { Direction } from './language.js';

/** What all pages people meet have in common. */
export interface PageFrame {
  /** BCP 47. */
  tag: string;
  dir: Direction;
  title: string;
  /** Of the one who asks; null where nobody knows whose page it would be. */
  brand: { company: string; colour: string; textColour: string; logoUrl: string | null } | null;
  /** Where the page is shown in a frame: the origins that may do so. Null on a page of its own. */
  embedding: { origins: string[] } | null;
  /** What a page that embeds this one is told: the person is done, or there is nothing to answer. */
  outcome?: 'isAnswered' | 'isOver';
}

/** The files pages are made with, as they are served. */
export interface PageFiles {
  style: string;
  /** Null where nothing runs. */
  script: string | null;
}

export interface Page {
  html: string;
  headers: Record<string, string>;
}

/** For pages that are nobody's. */
const NO_BRAND = { colour: HEED_COLOUR, textColour: textColourOn(HEED_COLOUR) };

/** A whole page and the headers it must be served with. `content` is HTML. */
export function pageOf(frame: PageFrame, content: string, { style, script }: PageFiles): Page {
  const { colour, textColour } = frame.brand ?? NO_BRAND;
  const styles = `:root{--brand:${colour};--on-brand:${textColour}}\n${style}`;
  return {
    html: html`<!doctype html>
<html lang="${frame.tag}" dir="${frame.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${frame.title}</title>
<style>!${styles}</style>
</head>
<body!${bodyAttributes(frame)}>
<main>
!${headOf(frame)}
<div class="card">
!${content}
</div>
</main>
!${script === null ? '' : `<script>${script}</script>`}
</body>
</html>
`,
    headers: headersOf(frame, styles, script),
  };
}

function bodyAttributes({ embedding, outcome }: PageFrame): string {
  if (!embedding) return '';
  return html` class="embedded" data-origins="${embedding.origins.join(' ')}" data-outcome="${outcome ?? ''}"`;
}

function headOf({ brand, embedding }: PageFrame): string {
  if (!brand || embedding) return '';
  if (!brand.logoUrl) return html`<header>${brand.company}</header>`;
  return html`<header><img src="${brand.logoUrl}" alt="${brand.company}" /></header>`;
}

/** Nothing but what is on the page and its own logo is fetched, run or sent to; the token in the address goes nowhere. */
function headersOf({ embedding }: PageFrame, styles: string, script: string | null): Record<string, string> {
  const ancestors = embedding && embedding.origins.length > 0 ? embedding.origins.join(' ') : "'none'";
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(styles)}`,
    ...(script === null ? [] : [`script-src ${hashOf(script)}`, "connect-src 'self'"]),
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(ancestors === "'none'" && { 'x-frame-options': 'DENY' }),
  };
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
