// Follows the program that draws: each event says that the state is another one. Charts whose version is the same stay
// untouched; the others are put in place of the old ones once they have arrived, so that nothing flickers or jumps.
(function () {
  'use strict';
  const find = id => document.getElementById(id);
  const shown = new Map(); // file name: {figure, holder, version}
  const hasPicture = /\.(svg|png)$/;
  let asked = 0;
  let scrolledBack = false;

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) { made.textContent = text; }
    if (className) { made.className = className; }
    return made;
  }

  const address = file => '/charts/' + file.name.split('/').map(encodeURIComponent).join('/') + '?v=' + encodeURIComponent(file.version);

  // An SVG stands in a tree of its own: the ids of two charts never meet, and its titles, links and words are live.
  async function fetchPicture(file) {
    if (file.name.endsWith('.png')) {
      const image = element('img');
      image.src = address(file);
      image.alt = file.name;
      await image.decode();
      return image;
    }
    const answer = await fetch(address(file), { cache: 'no-store' });
    if (!answer.ok) { throw new Error(file.name + ': ' + answer.status); }
    const parsed = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml');
    if (parsed.querySelector('parsererror') || parsed.documentElement.localName !== 'svg') { throw new Error(file.name + ' is no SVG'); }
    const holder = element('div');
    const svg = document.importNode(parsed.documentElement, true);
    svg.setAttribute('style', 'display: block; max-width: 100%; height: auto;');
    for (const link of svg.querySelectorAll('a')) { link.setAttribute('target', '_blank'); link.setAttribute('rel', 'noopener'); }
    holder.attachShadow({ mode: 'open' }).append(svg);
    return holder;
  }

  // PNG only where there is no SVG of the same chart.
  function pictures(files) {
    const names = new Set(files.map(file => file.name));
    return files.filter(file => hasPicture.test(file.name) && (file.name.endsWith('.svg') || !names.has(file.name.replace(/\.png$/, '.svg'))));
  }

  async function place(files) {
    const wanted = pictures(files);
    const fresh = await Promise.all(wanted.map(file => {
      const known = shown.get(file.name);
      return known && known.version === file.version ? null : fetchPicture(file).catch(() => null);
    }));
    wanted.forEach((file, i) => {
      if (!fresh[i]) { return; }
      const known = shown.get(file.name);
      if (known) {
        known.holder.replaceWith(fresh[i]);
        known.holder = fresh[i];
        known.version = file.version;
      } else {
        const figure = element('figure');
        figure.append(fresh[i], element('figcaption', file.name));
        shown.set(file.name, { figure, holder: fresh[i], version: file.version });
      }
    });
    for (const [name, known] of shown) {
      if (!wanted.some(file => file.name === name)) { known.figure.remove(); shown.delete(name); }
    }
    const order = wanted.map(file => shown.get(file.name)).filter(Boolean).map(known => known.figure);
    const main = find('charts');
    order.forEach((figure, i) => { if (main.children[i] !== figure) { main.insertBefore(figure, main.children[i] || null); } });
  }

  function list(files) {
    find('files').replaceChildren(...files.map(file => {
      const link = element('a', file.name);
      link.href = address(file);
      link.target = '_blank';
      return link;
    }));
  }

  function count(number, word) { return number + ' ' + word + (number === 1 ? '' : 's'); }

  function tell(state) {
    const errors = state.findings.filter(finding => finding.severity === 'error').length;
    const warnings = state.findings.filter(finding => finding.severity === 'warning').length;
    document.body.classList.toggle('wrong', errors > 0);
    const words = [errors && count(errors, 'error'), warnings && count(warnings, 'warning')].filter(Boolean).join(', ');
    find('status').textContent = errors ? words + (state.files.length ? ': these are the last good charts' : ': nothing is drawn yet')
      : 'drawn in ' + Math.round(state.milliseconds) + ' ms' + (words ? ', ' + words : '');
    find('verdict').textContent = words;
    find('list').replaceChildren(...state.findings.filter(finding => finding.severity !== 'note').map(finding => {
      const item = element('li');
      const where = [finding.file, finding.line || '', finding.line ? finding.column || '' : ''].filter(part => part !== '').join(':');
      item.append(element('code', where), where ? ' ' : '', element('b', finding.severity + ':', finding.severity), ' ' + finding.message);
      if (finding.hint) { item.append(element('em', finding.hint)); }
      return item;
    }));
    find('findings').hidden = errors + warnings === 0;
    find('title').textContent = state.title;
    document.title = (errors ? '✗ ' : '') + state.title;
  }

  async function refresh() {
    const mine = ++asked;
    const answer = await fetch('/state', { cache: 'no-store' });
    const state = await answer.json();
    if (mine !== asked) { return; } // a newer one is on its way
    await place(state.files);
    if (mine !== asked) { return; }
    list(state.files);
    tell(state);
    if (!scrolledBack && shown.size > 0) { // the page itself was loaded again
      scrolledBack = true;
      const at = Number(sessionStorage.getItem('scroll') || 0);
      if (at > 0) { window.scrollTo(0, at); }
      document.documentElement.dataset.ready = 'yes';
    }
    document.documentElement.dataset.drawn = String(Number(document.documentElement.dataset.drawn || 0) + 1);
  }

  window.addEventListener('scroll', () => { if (scrolledBack) { sessionStorage.setItem('scroll', String(window.scrollY)); } }, { passive: true });
  const events = new EventSource('/events');
  events.onmessage = () => { document.body.classList.remove('away'); refresh().catch(away); };
  events.onerror = () => away();

  function away() {
    document.body.classList.add('away');
    find('status').textContent = 'the program has ended: start it again, and the page goes on';
  }
})();
