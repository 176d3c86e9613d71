/** Where a mail server is and how to sign in to it. */
export interface SmtpPlace {
  host: string;
  port: number;
  /** TLS from the start; without it, as soon as the server offers it. */
  secure: boolean;
  auth: { user: string; pass: string } | null;
}

const SUBMISSION_PORT = 587;
const TLS_PORT = 465;

/** What keeps a text from being the URL of a mail server, as the end of a sentence; or null. */
export function smtpUrlFault(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    return 'must be a URL such as smtps://user:password@mail.example.com:465';
  if (url.pathname.length > 1 || url.search || url.hash) return 'must have nothing after the port';
  if (decoded(url.username) === null || decoded(url.password) === null)
    return 'must have % signs in user and password written as %25';
  return null;
}

/** What a sound URL of a mail server says; `smtps` is TLS from the start. */
export function smtpPlaceOf(text: string): SmtpPlace {
  const { hostname, port, protocol, username, password } = new URL(text);
  const secure = protocol === 'smtps:';
  const user = decoded(username) ?? username;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? TLS_PORT : SUBMISSION_PORT,
    secure,
    auth: user ? { user, pass: decoded(password) ?? password } : null,
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
