// Shows a survey of Heed inside a page of your own: docs/embed.md. It sets no cookie and asks nobody but Heed.
(() => {
  const tag = document.currentScript;
  const { heedLink, position, colour, delaySeconds, language, label, closeLabel, againDays } = tag.dataset;
  const base = new URL('.', tag.src);
  const token = String(heedLink).split(/[/?#]/).filter(Boolean).at(-1);
  const AGAIN_AFTER_DAYS = 14;
  const DAY_MS = 86_400_000;
  const memory = `heed:${token.slice(-16)}`;
  if (!/^[\w-]{87}$/.test(token)) return console.error('Heed: data-heed-link is no link to a survey.');
  if (remembered()) return;
  setTimeout(open, (Number(delaySeconds) || 0) * 1_000);

  /** Whether it was answered, or dismissed not long ago. A browser that keeps nothing is asked each time. */
  function remembered() {
    try {
      const until = localStorage.getItem(memory);
      return until === 'answered' || Number(until) > Date.now();
    } catch {
      return false;
    }
  }

  function remember(what) {
    try {
      localStorage.setItem(memory, what);
    } catch {
      // Private windows may refuse; then it comes again.
    }
  }

  function open() {
    const isCentred = position === 'center';
    const before = document.activeElement;
    const host = document.createElement('div');
    // Styles and ids of the page around reach nothing in here, nor the other way round.
    const shade = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shade.adoptedStyleSheets = [sheet];
    const dialog = shade.appendChild(document.createElement('dialog'));
    dialog.className = `${isCentred ? 'center' : 'corner'}${position === 'bottom-left' ? ' left' : ''}`;
    dialog.setAttribute('aria-label', label ?? 'Feedback');
    dialog.setAttribute('role', 'dialog');
    if (CSS.supports('color', colour ?? '')) dialog.style.setProperty('--accent', colour);
    const button = dialog.appendChild(document.createElement('button'));
    button.type = 'button';
    button.textContent = '×';
    button.setAttribute('aria-label', closeLabel ?? 'Close');
    const frame = dialog.appendChild(document.createElement('iframe'));
    frame.title = label ?? 'Feedback';
    frame.referrerPolicy = 'no-referrer';
    const lang = language ? `?lang=${encodeURIComponent(language)}` : '';
    frame.src = `${new URL(`e/${token}`, base)}${lang}#${encodeURIComponent(location.origin)}`;
    document.body.append(host);

    let isShown = false;
    let isAnswered = false;
    button.addEventListener('click', dismiss);
    dialog.addEventListener('cancel', dismiss);
    addEventListener('keydown', escaped);
    addEventListener('message', told);
    function told({ origin, source, data }) {
      if (origin !== base.origin || source !== frame.contentWindow || !data?.heed) return;
      if (data.isAnswered) {
        isAnswered = true;
        remember('answered');
      }
      // A survey that is over, or was answered elsewhere, does not come up at all.
      if (!isShown && (data.isOver || isAnswered)) return dismiss();
      if (!isShown) show();
      if (data.heightPx > 0) frame.style.height = `${Math.min(data.heightPx, 10_000)}px`;
      if (data.isDismissed) dismiss();
    }

    /** In the middle it takes over; in the corner it waits until the reader comes to it. */
    function show() {
      isShown = true;
      if (isCentred) dialog.showModal();
      else dialog.setAttribute('open', '');
    }

    function escaped({ key }) {
      if (key === 'Escape') dismiss();
    }

    function dismiss() {
      if (isShown && !isAnswered)
        remember(String(Date.now() + (Number(againDays) || AGAIN_AFTER_DAYS) * DAY_MS));
      const hadFocus = host === document.activeElement;
      removeEventListener('keydown', escaped);
      removeEventListener('message', told);
      host.remove();
      if (hadFocus) before?.focus?.();
    }
  }

  const STYLE = `
    dialog {
      --accent: #1f5fbf;
      position: fixed;
      z-index: 2147483000;
      box-sizing: border-box;
      width: min(26rem, 100vw - 2rem);
      max-height: min(40rem, 100dvh - 2rem);
      margin: 0;
      padding: 0;
      overflow: auto;
      overscroll-behavior: contain;
      border: 0;
      border-top: 4px solid var(--accent);
      border-radius: 12px;
      background: Canvas;
      color: CanvasText;
      color-scheme: light dark;
      box-shadow: 0 0 0 1px #0002, 0 8px 40px #0004;
    }
    .corner { inset: auto 1rem 1rem auto; }
    .left { inset: auto auto 1rem 1rem; }
    .center { inset: 0; margin: auto; width: min(40rem, 100vw - 2rem); height: fit-content; }
    ::backdrop { background: #0008; }
    button {
      all: unset;
      position: sticky;
      top: 0;
      float: inline-end;
      z-index: 1;
      box-sizing: border-box;
      width: 44px;
      height: 44px;
      margin-bottom: -44px;
      border-radius: 8px;
      background: Canvas;
      font: 28px/44px system-ui, sans-serif;
      text-align: center;
      cursor: pointer;
    }
    button:focus-visible { outline: 3px solid CanvasText; outline-offset: -4px; }
    iframe { display: block; width: 100%; height: 12rem; border: 0; }
    @media (prefers-reduced-motion: no-preference) {
      dialog { animation: coming 0.25s ease-out; }
      @keyframes coming { from { opacity: 0; transform: translateY(1rem); } }
    }`;
})();
