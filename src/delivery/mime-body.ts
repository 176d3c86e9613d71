/** Parts the text from the HTML. With its `=`, which quoted-printable writes otherwise, it is in no line of either. */
export const BOUNDARY = '--=_heed_alternatives';

/** RFC 5322, 2.1.1: a line has at most 998 characters; those that fold them look at bytes. */
const MAX_LINE_CHARS = 990;
/** What can be sent as it is, and does not look like a boundary. */
const PLAIN = /^(?!--=)[\t\x20-\x7e]*$/;
/** RFC 2045, 6.7: a line of quoted-printable has at most 76 characters, with the `=` at its end. */
const MAX_QUOTED_CHARS = 75;

/**
 * The body of a `multipart/alternative` mail (RFC 2046, 5.1.4) with `BOUNDARY`, all ASCII. What is ASCII is sent as it is,
 * which every filter reads and which is quickly made; HTML says other characters by their numbers.
 */
export function alternativesOf(text: string, html: string): string {
  return [
    partOf('text/plain', text),
    partOf(
      'text/html',
      html.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`),
    ),
    `--${BOUNDARY}--\r\n`,
  ].join('');
}

function partOf(type: string, content: string): string {
  const lines = content.replace(/\r\n?/g, '\n').split('\n');
  const isPlain = lines.every((line) => line.length <= MAX_LINE_CHARS && PLAIN.test(line));
  const [encoding, encoded] = isPlain ? ['7bit', lines] : ['quoted-printable', lines.map(quotedPrintable)];
  return [
    `--${BOUNDARY}`,
    `Content-Type: ${type}; charset=utf-8`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    ...encoded,
    '',
  ].join('\r\n');
}

/** One line as RFC 2045, 6.7 has it. */
function quotedPrintable(line: string): string {
  const rows: string[] = [];
  let row = '';
  for (const byte of Buffer.from(line)) {
    const letter =
      byte === 0x3d || byte < 0x20 || byte > 0x7e ? `=${hexOf(byte)}` : String.fromCharCode(byte);
    if (row.length + letter.length > MAX_QUOTED_CHARS) {
      rows.push(`${row}=`);
      row = '';
    }
    row += letter;
  }
  // White space at the end of a line is lost on the way.
  rows.push(row.replace(/[ \t]$/, (space) => `=${hexOf(space.charCodeAt(0))}`));
  return rows.join('\r\n');
}

function hexOf(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
