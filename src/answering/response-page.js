// What the response page does better with a script than without: it keeps answers as they are given, and shows a branch
// without a round trip. Everything it does, the server does too.
(() => {
  const form = document.querySelector('form[data-survey]');
  const embedder = embedderOf(location.hash);
  if (embedder) tellEmbedder();
  if (!form) return;

  const TYPING_PAUSE_MS = 800;
  const RETRY_MS = 5_000;
  const questions = [...form.querySelectorAll('[data-question]')];
  const main = questions.find((one) => one.dataset.categories);
  const button = form.elements._act;
  const status = form.querySelector('[role=status]');
  const passed = new Set((form.dataset.passed ?? '').split(' '));
  let timer = 0;
  let kept = form.dataset.kept;
  let isOver = false;

  form.addEventListener('input', changed);
  form.addEventListener('submit', submitted);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', () => (isOver = false));
  show();
  // A page that is prefetched or opened in the background has not been seen by anybody.
  whenVisible(() => void keep(true));

  function changed({ target }) {
    target.closest('[data-question]')?.removeAttribute('data-faulty');
    show();
    clearTimeout(timer);
    timer = setTimeout(keep, target.type === 'textarea' || target.type === 'number' ? TYPING_PAUSE_MS : 0);
  }

  function submitted(event) {
    if (event.submitter === button && button.value === 'continue') {
      event.preventDefault();
      for (const one of questions) if (!one.hidden) passed.add(one.dataset.question);
      show();
      questions
        .find((one) => !one.hidden && !passed.has(one.dataset.question))
        ?.querySelector('input, textarea')
        ?.focus();
      return;
    }
    isOver = true;
    clearTimeout(timer);
  }

  /** Shows the questions these answers lead to, as src/answering/steps.ts does on the server. */
  function show() {
    const asked = new Set();
    const seen = [];
    const category = main && JSON.parse(main.dataset.categories)[answersTo(main)[0]];
    let isLast = true;
    for (const one of questions) {
      const showIf = one.dataset.showIf ? JSON.parse(one.dataset.showIf) : {};
      const isAsked = holds(showIf, asked, category);
      if (isAsked) asked.add(one.dataset.question);
      if (isLast && foundationsOf(one, showIf).some((f) => asked.has(f.dataset.question) && isOpen(f)))
        isLast = false;
      const isShown = isLast && isAsked;
      if (isShown) seen.push(one.dataset.question);
      if (isShown && one.hidden) one.classList.add('coming');
      one.hidden = !isShown;
      for (const field of fieldsOf(one)) field.disabled = !isShown; // what is not asked is not sent
      word(one, category);
    }
    form.elements._seen.value = seen.join(' ');
    button.value = isLast ? 'send' : 'continue';
    button.textContent = button.dataset[button.value];
  }

  function isOpen(one) {
    return answersTo(one).length === 0 && !passed.has(one.dataset.question);
  }

  function foundationsOf(one, showIf) {
    const byCategory = showIf.category || one.dataset.labels ? main : undefined;
    return [byCategory, questions.find((other) => other.dataset.question === showIf.question)].filter(
      Boolean,
    );
  }

  function holds(showIf, asked, category) {
    if (showIf.category && !(asked.has(main.dataset.question) && showIf.category.includes(category)))
      return false;
    if (!showIf.question) return true;
    if (!asked.has(showIf.question)) return false;
    const answers = answersTo(questions.find((one) => one.dataset.question === showIf.question));
    return (
      answers.length > 0 &&
      (!showIf.in || showIf.in.some((value) => answers.includes(String(value)))) &&
      (showIf.atLeast === undefined || Number(answers[0]) >= showIf.atLeast) &&
      (showIf.atMost === undefined || Number(answers[0]) <= showIf.atMost)
    );
  }

  /** What stands in a question's fields, whether they are shown or not. */
  function answersTo(one) {
    return fieldsOf(one)
      .filter((field) => (/radio|checkbox/.test(field.type) ? field.checked : field.value.trim()))
      .map((field) => field.value);
  }

  function fieldsOf(one) {
    return [...one.querySelectorAll('input, textarea')];
  }

  function word(one, category) {
    if (!one.dataset.labels) return;
    const labels = JSON.parse(one.dataset.labels);
    one.querySelector('[data-label]').textContent = labels[category] ?? labels.default;
  }

  function whenVisible(act) {
    if (document.visibilityState === 'visible') return act();
    document.addEventListener('visibilitychange', () => whenVisible(act), { once: true });
  }

  function given() {
    return String(new URLSearchParams(new FormData(form)));
  }

  /** One at a time, so that an older state never overtakes a newer one. */
  async function keep(isOpening) {
    if (isOver || !form.dataset.keep) return;
    if (keep.isUnderWay) return (keep.isWanted = true);
    const body = given();
    if (body === kept && isOpening !== true) return;
    keep.isUnderWay = true;
    if (isOpening !== true) say('saving');
    const isKept = await post(body, isOpening === true);
    keep.isUnderWay = false;
    if (isKept) kept = body;
    if (!isKept && !isOver) timer = setTimeout(keep, RETRY_MS);
    if (isOpening !== true || form.querySelector(':checked')) say(isKept ? 'saved' : 'unsaved');
    if (keep.isWanted) {
      keep.isWanted = false;
      void keep();
    }
  }

  async function post(body, isOpening) {
    try {
      const { ok } = await fetch(form.dataset.keep, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: isOpening ? `${body}&_opened=1` : body,
        credentials: 'omit',
      });
      return ok;
    } catch {
      return false;
    }
  }

  function leave() {
    if (isOver || !form.dataset.keep) return;
    const body = given();
    if (body !== kept) navigator.sendBeacon(form.dataset.keep, new URLSearchParams(body));
  }

  function say(what) {
    status.textContent = status.dataset[what];
  }

  /** The page that shows this one in a frame; only one the campaign names is told anything. */
  function embedderOf(hash) {
    const origin = decodeURIComponent(hash.slice(1));
    return document.body.dataset.origins?.split(' ').includes(origin) && parent !== window ? origin : null;
  }

  function tellEmbedder() {
    if (form) form.action += location.hash; // the page that follows has to tell it as well
    const tell = (message) => parent.postMessage({ heed: true, ...message }, embedder);
    const size = () => tell({ heightPx: Math.ceil(document.documentElement.getBoundingClientRect().height) });
    addEventListener('keydown', ({ key }) => key === 'Escape' && tell({ isDismissed: true }));
    if (document.body.dataset.outcome) tell({ [document.body.dataset.outcome]: true });
    new ResizeObserver(size).observe(document.body);
  }
})();
