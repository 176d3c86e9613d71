import { html } from 'ghtml';
import type { MailContent, MailQuestion } from './mail-content.js';
import { type MailLinks, scoreLink, scoresOf } from './mail-links.js';

/** How the tenant looks in a mail. */
export interface MailBrand {
  colour: string;
  textColour: string;
  /** An absolute address, or null. */
  logo: string | null;
}

const FONT = `font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif`;
const INK = '#1b1f24';
const SOFT = '#57606a';

/**
 * Mail programs read HTML of twenty years ago: tables and inline styles are what all of them understand. The rules
 * at the top are for those that have a dark mode, and may be lost without harm.
 */
const RULES = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
a{text-decoration:none}
@media (max-width:480px){.card{padding:24px 16px !important}}
@media (prefers-color-scheme:dark){
body,.ground{background:#111418 !important}
.card{background:#1b1f24 !important}
.ink{color:#f0f3f6 !important}
.soft,.soft a{color:#b3bcc5 !important}
.number{background:#2a3037 !important;border-color:#7d8792 !important;color:#f0f3f6 !important}
.logo{background:#ffffff;padding:6px;border-radius:6px}
}`;

/** The mail as HTML. */
export function htmlMail(content: MailContent, links: MailLinks, brand: MailBrand): string {
  const { tag, dir, subject, preview } = content;
  const start = dir === 'rtl' ? 'right' : 'left';
  return html`<!doctype html>
<html lang="${tag}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${subject}</title>
<style>!${RULES}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f6f7f9">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preview}!${FILLER}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f6f7f9"><tr><td align="center" style="padding:24px 8px;word-break:break-word">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" dir="${dir}" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td class="ink" align="${start}" style="padding:0 8px 16px;!${FONT};font-size:16px;font-weight:600;color:!${INK}">!${headOf(content, brand)}</td></tr>
<tr><td class="card" align="${start}" style="padding:32px;background:#ffffff;border-top:4px solid ${brand.colour};border-radius:8px">
!${bodyOf(content, links, brand)}
</td></tr>
<tr><td align="${start}" style="padding:16px 8px">!${footOf(content, links)}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;
}

/** Else mail programs that show a preview would fill it up with the text that follows. */
const FILLER = '&#8199;&#65279;&#847;\n'.repeat(40);

function headOf({ company }: MailContent, { logo }: MailBrand): string {
  if (!logo) return html`${company}`;
  return html`<img class="logo" src="${logo}" alt="${company}" height="40" style="height:40px;width:auto;max-width:240px;border:0;vertical-align:middle" />`;
}

function bodyOf(content: MailContent, links: MailLinks, brand: MailBrand): string {
  const { reminder, intro, question, answerUntil, seenBy } = content;
  const texts = [...(reminder ? [reminder] : []), ...intro.split(/\n{2,}/)];
  return html`!${texts.map(paragraph)}
!${question ? scaleOf(question, content, links) : button(content.answer, links.answer, brand)}
!${question ? openPage(content, links) : ''}
<p class="soft" style="margin:24px 0 0;!${FONT};font-size:14px;line-height:21px;color:!${SOFT}">${answerUntil}<br>${seenBy}</p>`;
}

function paragraph(text: string): string {
  const lines = text.split('\n').map((line) => html`${line}`);
  return `<p class="ink" style="margin:0 0 16px;${FONT};font-size:16px;line-height:24px;color:${INK}">${lines.join('<br>')}</p>\n`;
}

/**
 * Links side by side: eleven in one row, six and five on the smallest phone. Outlook knows no boxes but cells, which
 * only it is shown.
 */
function scaleOf({ label, scale, ends }: MailQuestion, content: MailContent, links: MailLinks): string {
  const isRtl = content.dir === 'rtl';
  const gap = isRtl ? '0 0 8px 5px' : '0 5px 8px 0';
  const numbers = scoresOf(scale).map(
    (score) =>
      html`<!--[if mso]><td width="46" height="46" align="center" style="padding:2px"><![endif]--><a class="number" href="${scoreLink(links, score)}" aria-label="${score}" style="display:inline-block;box-sizing:border-box;width:40px;height:44px;margin:!${gap};border:1px solid #868e97;border-radius:8px;background:#ffffff;font-family:Arial,sans-serif;font-size:17px;line-height:42px;text-align:center;text-decoration:none;color:!${INK}">${score}</a><!--[if mso]></td><![endif]-->`,
  );
  return html`<p class="ink" style="margin:24px 0 16px;!${FONT};font-size:19px;line-height:27px;font-weight:600;color:!${INK}">${label}</p>
<div dir="ltr" style="text-align:!${isRtl ? 'right' : 'left'}"><!--[if mso]><table role="presentation" cellpadding="0" cellspacing="4" border="0"><tr><![endif]-->!${numbers.join('')}<!--[if mso]></tr></table><![endif]--></div>
!${ends ? endsOf(scale, ends) : ''}`;
}

/** In words with their numbers: where the numbers wrap, no place says which end is which. */
function endsOf({ min, max }: MailQuestion['scale'], ends: NonNullable<MailQuestion['ends']>): string {
  return html`<p class="soft" style="margin:0;!${FONT};font-size:14px;line-height:21px;color:!${SOFT}">${min}: ${ends.least} &nbsp;·&nbsp; ${max}: ${ends.most}</p>`;
}

function openPage({ openPage }: MailContent, { answer }: MailLinks): string {
  return html`<p class="soft" style="margin:16px 0 0;!${FONT};font-size:14px;line-height:21px;color:!${SOFT}">${openPage}<br><a href="${answer}" style="color:!${SOFT};text-decoration:underline;word-break:break-all">${answer}</a></p>`;
}

function button(text: string, href: string, { colour, textColour }: MailBrand): string {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0"><tr><td align="center" bgcolor="${colour}" style="border-radius:8px"><a href="${href}" style="display:inline-block;padding:13px 24px;border:1px solid ${colour};border-radius:8px;!${FONT};font-size:16px;line-height:22px;font-weight:600;text-decoration:none;color:${textColour}">${text}</a></td></tr></table>`;
}

function footOf({ company, whyYou, unsubscribe }: MailContent, links: MailLinks): string {
  return html`<p class="soft" style="margin:0;!${FONT};font-size:13px;line-height:20px;color:!${SOFT}">${company}<br>${whyYou}<br><a href="${links.unsubscribe}" style="display:inline-block;padding:6px 0;color:!${SOFT};text-decoration:underline">${unsubscribe}</a></p>`;
}
