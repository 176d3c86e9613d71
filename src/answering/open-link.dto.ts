export class OpenLinkView {
  /** Leads to the survey; each visitor has answers of their own. */
  url: string;
  /** What identifies the wave in it. */
  token: string;
  /** The line of HTML that shows the survey in a page of yours, on the origins the campaign names. */
  embed: string;
}

export function viewOpenLink(token: string, url: string, scriptUrl: string): OpenLinkView {
  return { url, token, embed: `<script src="${scriptUrl}" data-heed-link="${token}" async></script>` };
}
