import { html } from 'ghtml';
import type { CaughtMail } from './caught-mails.js';

const STYLE = `
:root{color-scheme:light dark}
body{margin:0 auto;padding:1.5rem;max-width:60rem;font:1rem/1.5 system-ui,sans-serif}
table{width:100%;border-collapse:collapse}
th,td{padding:.5rem;border-bottom:1px solid #8888;text-align:start;vertical-align:top;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt{opacity:.7}
dd{margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:75vh;border:1px solid #8888;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere}`;

/** What is there to read, as a page that looks again by itself. */
export function listPage(mails: readonly CaughtMail[]): string {
  const rows = mails.map(
    ({ id, at, to, mail }) =>
      html`<tr><td>${timeOf(at)}</td><td>${to}</td><td><a href="/mails/${String(id)}">${subjectOf(mail.subject)}</a></td></tr>`,
  );
  const table = html`<table><thead><tr><th>At</th><th>To</th><th>Subject</th></tr></thead><tbody>!${rows}</tbody></table>`;
  return page(
    'Mail',
    html`<h1>Mail</h1>
<p>Heed has no mail server here, so it catches what it would send. Nobody gets it. The last 500 are kept until it stops.</p>
!${mails.length > 0 ? table : '<p>Nothing was sent yet.</p>'}`,
    '<meta http-equiv="refresh" content="5">',
  );
}

/** One mail: as mail programs show it, as text, and as it came. */
export function mailPage({ id, at, from, to, mail, source }: CaughtMail): string {
  const own = `/mails/${id}`;
  return page(
    subjectOf(mail.subject),
    html`<p><a href="/">All mail</a></p>
<h1>${subjectOf(mail.subject)}</h1>
<dl><dt>From</dt><dd>${mail.from?.text ?? from}</dd><dt>To</dt><dd>${to}</dd><dt>At</dt><dd>${timeOf(at)}</dd></dl>
<h2>HTML</h2>
<iframe title="The mail as HTML" src="${own}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<p><a href="${own}/html">By itself</a></p>
<h2>Text</h2>
<pre>${mail.text ?? ''}</pre>
<h2>Source</h2>
<pre>${source}</pre>`,
  );
}

/** The mail's own HTML; its links open beside the page it is shown on. */
export function bodyOf({ mail }: CaughtMail): string {
  const body = mail.html || '';
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(body) ? body.replace(/<head[^>]*>/i, (head) => head + base) : base + body;
}

function page(title: string, content: string, head = ''): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
!${head}
<title>${title}</title>
<style>!${STYLE}</style>
</head>
<body>
!${content}
</body>
</html>
`;
}

function subjectOf(subject: string | undefined): string {
  return subject || '(no subject)';
}

function timeOf(at: Date): string {
  return at.toISOString().replace('T', ' ').slice(0, 19);
}
