// The preview's part of the page: findings and comments beside their texts, what is wrong
// with the last save, and the page loaded anew where the reader was.
(() => {
  'use strict';
  const version = document.querySelector('meta[name="apr-preview-version"]').content;
  const margin = JSON.parse(document.getElementById('apr-preview-findings').textContent);
  const findings = margin.findings ?? [];
  const placeKey = 'apr-preview-place';

  // element makes an element with a class and children, which are elements or
  // text; nothing is ever read as markup.
  function element(tag, className, ...children) {
    const e = document.createElement(tag);
    if (className) e.className = className;
    e.append(...children.filter((c) => c !== undefined && c !== ''));
    return e;
  }

  function details(problem) {
    return [
      problem.place ? element('code', 'apr-place', problem.place) : '',
      problem.hint ? element('span', 'apr-hint', problem.hint) : '',
    ];
  }

  function listItem(finding, withSection) {
    const about = finding.requirement ? ` (${finding.requirement})` : '';
    const item = element('li', '', element('span', 'apr-level', `${finding.level}${about}: `), finding.message, ...details(finding));
    if (withSection && finding.section) {
      const link = element('a', '', finding.title);
      link.href = `#${finding.section}`;
      item.append('In ', link);
    }
    return item;
  }

  // Findings stand under the heading of the section that they belong to.
  const bySection = new Map();
  for (const f of findings) {
    if (!bySection.has(f.section)) bySection.set(f.section, []);
    bySection.get(f.section).push(f);
  }
  for (const [id, list] of bySection) {
    const section = id && document.getElementById(id);
    if (!section) continue;
    const note = element('div', 'apr-findings', element('ul', '', ...list.map((f) => listItem(f, false))));
    note.setAttribute('role', 'note');
    note.setAttribute('aria-label', `Findings on ${list[0].title}`);
    const heading = section.querySelector(':scope > h2, :scope > h3, :scope > h4, :scope > h5, :scope > h6');
    if (heading) heading.after(note); else section.prepend(note);
  }

  // A contradicted claim is marked where it stands: its words, or the paragraph
  // where they come from the data or run across other marks.
  const plain = (text) => text.replace(/\s+/g, ' ');
  function markClaim(finding) {
    const section = finding.section && document.getElementById(finding.section);
    if (!section) return;
    const block = [...section.querySelectorAll('p, li')].find((b) => {
      let at = 0;
      return finding.claim.every((piece) => {
        at = plain(b.textContent).indexOf(piece, at);
        return at >= 0 && (at += piece.length);
      });
    });
    if (!block) return;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); finding.words && node; node = walker.nextNode()) {
      const at = node.data.indexOf(finding.words);
      if (at < 0) continue;
      const words = node.splitText(at);
      words.splitText(finding.words.length);
      const mark = element('mark', 'apr-claim');
      mark.title = finding.message;
      words.replaceWith(mark);
      mark.append(words);
      return;
    }
    block.classList.add('apr-claim');
    block.title = finding.message;
  }
  for (const f of findings) if (f.claim) markClaim(f);

  // Comments stand behind the paragraph that they are on, or under the heading of
  // its section.
  const comments = margin.comments ?? [];
  function saying(c) {
    const who = [c.author || 'Somebody', c.date].filter(Boolean).join(', ');
    return [element('span', 'apr-level', `${who}: `), c.says];
  }
  function commentItem(c, withSection) {
    const item = element('li', '', ...saying(c), c.on ? element('span', 'apr-hint', `On “${c.on}”`) : '');
    if (c.replies) item.append(element('ul', '', ...c.replies.map((r) => element('li', '', ...saying(r)))));
    item.append(element('code', 'apr-place', c.id));
    if (withSection && c.section) {
      const link = element('a', '', c.title);
      link.href = `#${c.section}`;
      item.append('In ', link);
    }
    return item;
  }
  for (const c of comments) {
    const section = c.section && document.getElementById(c.section);
    if (!section) continue;
    const note = element('div', 'apr-findings apr-comments', element('ul', '', commentItem(c, false)));
    note.setAttribute('role', 'note');
    note.setAttribute('aria-label', `Comment by ${c.author || 'somebody'} on ${c.title}`);
    const block = c.on && [...section.querySelectorAll('p, li')].find((b) => !b.closest('.apr-findings') && plain(b.textContent).includes(c.on));
    const heading = section.querySelector(':scope > h2, :scope > h3, :scope > h4, :scope > h5, :scope > h6');
    if (block) (block.closest('ul, ol, dl, table, blockquote') ?? block).after(note);
    else if (heading) heading.after(note);
    else section.prepend(note);
  }

  // The bar at the foot says how things are; the alert above lists what keeps
  // the last save from being shown. Both are there from the start, so that
  // screen readers tell when their text changes.
  const status = element('p', '');
  status.setAttribute('role', 'status');
  const bar = element('div', 'apr-bar', status);
  if (findings.length > 0) {
    const all = element('details', '', element('summary', '', 'All findings'), element('ul', '', ...findings.map((f) => listItem(f, true))));
    all.id = 'apr-preview-all';
    bar.append(all);
  }
  if (comments.length > 0) {
    bar.append(element('details', '', element('summary', '', 'Open comments'), element('ul', '', ...comments.map((c) => commentItem(c, true)))));
  }
  for (const p of margin.unread ?? []) bar.append(element('p', '', `The comments can’t be shown: ${p.message} `, ...details(p)));
  const alert = element('div', '');
  alert.setAttribute('role', 'alert');
  const hide = element('button', '', 'Hide until the next save');
  hide.type = 'button';
  const overlay = element('div', 'apr-overlay', alert, hide);
  overlay.id = 'apr-preview-problems';
  overlay.tabIndex = -1;
  overlay.hidden = true;
  const own = element('section', 'apr-preview', overlay, bar);
  own.setAttribute('aria-label', 'Preview');
  document.body.append(own);

  const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
  function idle() {
    if (version.endsWith('-0')) return 'Preview: waiting for the first build.';
    const open = comments.length > 0 ? `, ${count(comments.length, 'open comment', 'open comments')}` : '';
    if (findings.length === 0) return `Preview: up to date, no findings${open}.`;
    const stop = margin.blocking > 0 ? `; ${count(margin.blocking, 'stands', 'stand')} in the way of a build, so this is shown as a draft` : '';
    return `Preview: up to date, ${count(findings.length, 'finding', 'findings')}${stop}${open}.`;
  }
  // say changes the status only where it differs: each change is read aloud.
  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }
  say(idle());

  function show(problems) {
    if (problems.length === 0) {
      overlay.hidden = true;
      alert.replaceChildren();
      say(idle());
      return;
    }
    const list = problems.map((p) => element('li', '', p.message, ...details(p)));
    overlay.hidden = false;
    alert.replaceChildren(element('p', 'apr-heading', 'The last save can’t be built'), element('ul', '', ...list));
    say(`Preview: ${count(problems.length, 'problem keeps', 'problems keep')} the last save from being shown.`);
  }
  hide.addEventListener('click', () => { overlay.hidden = true; });
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape') overlay.hidden = true;
  });

  // The reader's place is the last thing with an id above the top of the window
  // and how far above it stands: what is added further up doesn't move it.
  function place() {
    let found = { at: 0 };
    for (const e of document.querySelectorAll('main section[id], main figure[id], main table[id]')) {
      const top = e.getBoundingClientRect().top;
      if (top <= 1 && (found.id === undefined || top >= found.top)) found = { id: e.id, top };
    }
    found.at = window.scrollY;
    found.focus = document.activeElement?.id;
    found.open = [...document.querySelectorAll('details')].map((d) => d.open);
    return found;
  }
  function restore(saved) {
    if (!saved) return;
    const opened = document.querySelectorAll('details');
    if (saved.open?.length === opened.length) opened.forEach((d, i) => { d.open = saved.open[i]; });
    if (saved.focus) document.getElementById(saved.focus)?.focus({ preventScroll: true });
    const anchor = saved.id && document.getElementById(saved.id);
    const to = anchor ? window.scrollY + anchor.getBoundingClientRect().top - saved.top : saved.at;
    window.scrollTo({ top: to, behavior: 'instant' });
  }
  function reload() {
    sessionStorage.setItem(placeKey, JSON.stringify(place()));
    history.scrollRestoration = 'manual';
    location.reload();
  }
  const saved = sessionStorage.getItem(placeKey);
  sessionStorage.removeItem(placeKey);
  if (saved) restore(JSON.parse(saved));
  // From here on the browser restores the place again, as after going back.
  window.addEventListener('load', () => setTimeout(() => { history.scrollRestoration = 'auto'; }));

  const stream = new EventSource('/-apr/events');
  let leaving = false;
  window.addEventListener('pagehide', () => { leaving = true; });
  stream.onmessage = (message) => {
    const now = JSON.parse(message.data);
    if (now.version !== version) {
      if (!leaving) reload();
      leaving = true;
      return;
    }
    show(now.problems ?? []);
  };
  stream.onerror = () => {
    if (!leaving) say('Preview: apr isn’t answering. This page comes back to life when apr preview runs again on the same port.');
  };
})();
