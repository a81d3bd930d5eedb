"use strict";
// The page of evidence, used: a mark shows its passages, an actor lights up in both charts, filters. Without this
// script the page is a list, and marks are links into it. Everything is read from the page itself: the facts'
// data-* attributes say what each is about, the marks' what each stands for.
(() => {
  const root = document.documentElement;
  const panel = document.getElementById("facts");
  const head = document.getElementById("facts-head");
  const chosen = document.getElementById("chosen");
  const found = panel.querySelector(".found");
  const close = panel.querySelector(".close");
  const form = document.getElementById("filters");
  const list = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);
  const meet = (a, b) => a.some(one => b.includes(one));

  const facts = [...panel.querySelectorAll(".fact")];
  const home = new Map(facts.map(fact => [fact, {parent: fact.parentNode, next: null}]));
  facts.forEach(fact => { home.get(fact).next = fact.nextSibling; });
  const factOf = new Map(facts.map(fact => [fact.id, fact]));
  const marks = [...document.querySelectorAll('.paper a[href^="#fact-"], .paper a[href^="#side-"]')];
  const allTitle = head.textContent;
  let selection = null; // {facts, events, actors, ties, title}
  let origin = null; // the mark or link that was used last
  let visible = new Set(facts);
  const widened = new Set();

  // What a mark or a fact stands for.

  function tiesBetween(from, to) {
    return facts.filter(fact => from.includes(fact.dataset.from) && to.includes(fact.dataset.to));
  }

  function ofActors(actors) {
    const about = fact => meet(list(fact, "actors"), actors);
    const own = facts.filter(fact => actors.includes(fact.dataset.actor));
    const rest = facts.filter(fact => !fact.dataset.actor && about(fact));
    return {
      facts: [...own, ...rest], actors, ties: [],
      events: rest.map(fact => fact.dataset.event).filter(Boolean), byActor: true,
    };
  }

  function ofFact(fact) {
    const data = fact.dataset;
    if (data.actor) {
      return ofActors([data.actor]);
    }
    if (data.from) {
      return {facts: tiesBetween([data.from], [data.to]), actors: [data.from, data.to], events: [], ties: [fact]};
    }
    const event = data.event || data.at;
    return {
      facts: data.delegation ? [fact, factOf.get(`fact-event-${event}`)].filter(Boolean) : [fact],
      actors: list(fact, "actors"), events: event ? [event] : [], ties: [],
      delegation: data.delegation,
    };
  }

  function ofSide(id) {
    return ofActors(facts.filter(fact => fact.dataset.actor && list(fact, "sides").includes(id))
      .map(fact => fact.dataset.actor));
  }

  // Words of an article: whatever rests on them.
  function ofPassages(passages) {
    const on = facts.filter(fact =>
      [...fact.querySelectorAll(".passage")].some(item => passages.includes(item.dataset.passage)));
    return {
      facts: on, actors: on.flatMap(fact => fact.dataset.actor || fact.dataset.delegation ? list(fact, "actors") : []),
      events: on.map(fact => fact.dataset.event).filter(Boolean), ties: on.filter(fact => fact.dataset.from),
    };
  }

  function ofMark(mark) {
    if (mark.dataset.tie) {
      const from = list(mark, "from");
      const to = list(mark, "to");
      const ties = tiesBetween(from, to);
      return {facts: ties, actors: [...from, ...to], events: [], ties};
    }
    const target = mark.getAttribute("href").slice(1);
    if (mark.dataset.delegation && !mark.dataset.event) {
      const several = list(mark, "delegation").map(id => factOf.get(`fact-delegation-${id}`)).filter(Boolean);
      const each = several.map(ofFact);
      return {
        facts: [...new Set([...several, ...each.flatMap(one => one.facts)])], ties: [],
        actors: each.flatMap(one => one.actors), events: each.flatMap(one => one.events), delegation: true,
      };
    }
    const fact = factOf.get(target);
    if (!fact) {
      return ofSide(target.slice("side-".length));
    }
    const found = ofFact(fact);
    if (mark.dataset.event && mark.dataset.actor) {
      found.parties = list(mark, "actor"); // a line: those whom it stands for
    }
    return found;
  }

  function isLit(mark, choice) {
    if (mark.dataset.tie) {
      const ends = [...list(mark, "from"), ...list(mark, "to")];
      return choice.ties.length > 0 ? choice.ties.some(tie => list(mark, "from").includes(tie.dataset.from) &&
        list(mark, "to").includes(tie.dataset.to)) : Boolean(choice.byActor) && meet(ends, choice.actors);
    }
    if (mark.dataset.event) {
      const actors = list(mark, "actor");
      return choice.events.includes(mark.dataset.event) &&
        (actors.length === 0 || !choice.byActor || meet(actors, choice.actors));
    }
    if (mark.dataset.actor) {
      return choice.actors.includes(mark.dataset.actor);
    }
    // A card, by whom it holds.
    const held = list(mark, "delegation").flatMap(id => {
      const fact = factOf.get(`fact-delegation-${id}`);
      return fact ? list(fact, "actors") : [];
    });
    const fact = factOf.get(mark.getAttribute("href").slice(1));
    const side = mark.dataset.side;
    return meet(held, choice.actors) || (!fact && choice.actors.some(id => {
      const actor = factOf.get(`fact-actor-${id}`);
      return actor && list(actor, "sides").includes(side);
    }));
  }

  // The panel.

  function sentences(article, first, last, passage) {
    const parts = [];
    for (let i = first; i <= last; ++i) {
      const sentence = document.getElementById(`sentence-${article}-${i}`);
      if (!sentence) {
        continue;
      }
      const copy = sentence.cloneNode(true);
      copy.removeAttribute("id");
      copy.querySelectorAll("[id]").forEach(one => one.removeAttribute("id"));
      copy.querySelectorAll("mark").forEach(mark => {
        if (!list(mark, "passages").includes(passage)) {
          mark.replaceWith(...mark.childNodes);
        }
      });
      copy.classList.toggle("quiet", !copy.querySelector("mark"));
      parts.push(copy, " ");
    }
    return parts;
  }

  // The words where they stand: in their sentence, between its neighbours.
  function addContext(item) {
    const [article, first, last] = list(item, "context");
    if (!article || item.querySelector(".context")) {
      return;
    }
    const box = document.createElement("blockquote");
    box.className = "context";
    box.dir = "auto";
    const quote = item.querySelector("q");
    box.lang = quote ? quote.lang : "";
    box.append(...sentences(article, Number(first), Number(last), item.dataset.passage));
    item.classList.add("with-context");
    if (item.dataset.party && item.querySelector(".of")) {
      item.querySelector(".of").classList.add("party");
    }
    item.insertBefore(box, item.querySelector(".in"));
  }

  // Each chart may be there twice, for wide screens and for small ones.
  function isRendered(mark) {
    return mark.getClientRects().length > 0;
  }

  // Above the panel where that lies over the page.
  function isInSight(mark) {
    const box = mark.getBoundingClientRect();
    const sheet = getComputedStyle(panel).position === "fixed" ? panel.getBoundingClientRect().top : innerHeight;
    return box.top >= 0 && box.bottom <= sheet;
  }

  function putBack() {
    // From the last to the first: the one that each stood before is in its place again.
    [...facts].reverse().forEach(fact => {
      const {parent, next} = home.get(fact);
      if (fact.parentNode !== parent) {
        parent.insertBefore(fact, next && next.parentNode === parent ? next : null);
      }
    });
  }

  function paint() {
    for (const mark of marks) {
      const off = selection ? !isLit(mark, selection) : !isShown(mark);
      mark.classList.toggle("dim", off);
    }
    const shown = facts.filter(fact => visible.has(fact)).length;
    found.textContent = selection ? "" :
      panel.dataset.found.replace("#", String(shown)).replace("%", String(facts.length));
  }

  function select(choice, from, keepAddress) {
    putBack();
    selection = choice && choice.facts.length > 0 ? choice : null;
    panel.classList.toggle("selected", Boolean(selection));
    root.classList.toggle("sheet", Boolean(selection));
    close.hidden = !selection;
    marks.forEach(mark => mark.removeAttribute("aria-current"));
    if (selection) {
      origin = from;
      chosen.append(...selection.facts);
      selection.facts.forEach(fact => {
        fact.hidden = false;
        fact.querySelectorAll(".passage").forEach(item => {
          addContext(item);
          item.classList.toggle("of-choice", (selection.parties || []).includes(item.dataset.party));
        });
      });
      if (origin && marks.includes(origin)) {
        origin.setAttribute("aria-current", "true");
      }
      panel.scrollTop = 0;
      head.focus({preventScroll: true});
      // Whoever reads an article stays there; whoever chose from the list is shown where it is drawn.
      const shown = marks.includes(origin) ? origin : marks.find(mark => isRendered(mark) && isLit(mark, selection));
      const reading = origin && origin.closest(".articles");
      if (shown && !reading && !isInSight(shown)) {
        shown.scrollIntoView({block: "center", inline: "nearest"});
      }
    } else {
      facts.forEach(fact => { fact.hidden = !visible.has(fact); });
    }
    head.textContent = selection ? panel.querySelector("#chosen .title").textContent : allTitle;
    paint();
    if (!keepAddress) {
      remember(selection ? `#${selection.facts[0].id}` : "#");
    }
  }

  // So that an address leads to what is chosen. A page from a file may be refused that: it works all the same.
  function remember(hash) {
    try {
      history.replaceState(null, "", hash);
    } catch (refused) {
      // nothing is lost but the address
    }
  }

  function open(id, from) {
    const fact = factOf.get(id);
    const side = id.startsWith("side-") && ofSide(id.slice("side-".length));
    if (fact || side) {
      select(fact ? ofFact(fact) : side, from);
    }
    return Boolean(fact || side);
  }

  function clear() {
    if (!selection) {
      return;
    }
    const back = origin;
    select(null);
    if (back && document.contains(back)) {
      back.focus({preventScroll: true});
    }
  }

  // Filters.

  const chosenValues = name => [...form.querySelectorAll(`input[name="${name}"]:checked`)].map(box => box.value);
  const dayOf = name => {
    const field = form.querySelector(`select[name="${name}"]`);
    return field && field.value !== "" ? Number(field.value) : null;
  };

  function isEvent(fact, types, from, to) {
    const first = fact.dataset.first === undefined ? null : Number(fact.dataset.first);
    const last = fact.dataset.last === undefined ? null : Number(fact.dataset.last);
    return (types === null || types.includes(fact.dataset.type)) &&
      (from === null || last === null || last >= from) && (to === null || first === null || first <= to);
  }

  function filter() {
    const boxes = name => form.querySelectorAll(`input[name="${name}"]`).length;
    const only = chosenValues("only");
    const of = name => boxes(name) > 0 && chosenValues(name).length < boxes(name) ? chosenValues(name) : null;
    const sides = of("side");
    const types = of("type");
    const from = dayOf("from");
    const to = dayOf("to");
    const onSide = fact => sides === null ||
      (list(fact, "sides").length > 0 ? meet(list(fact, "sides"), sides) : sides.includes(""));
    const marked = fact => only.length === 0 || meet(list(fact, "flags"), only);
    const events = facts.filter(fact => fact.dataset.event && isEvent(fact, types, from, to));
    const narrowed = types !== null || from !== null || to !== null;
    const present = new Set(events.flatMap(fact => list(fact, "actors")));
    const inTime = fact => !narrowed || list(fact, "actors").some(id => present.has(id));
    visible = new Set([...events, ...facts.filter(fact => !fact.dataset.event && inTime(fact))]
      .filter(fact => onSide(fact) && marked(fact)));
    select(null);
    panel.querySelectorAll(".group, .side-head").forEach(group => {
      const inside = group.classList.contains("group") ? [...group.querySelectorAll(".fact")] : followers(group);
      group.hidden = inside.every(fact => fact.hidden);
    });
  }

  // The facts below a side's name, up to the next one's.
  function followers(sideHead) {
    const below = [];
    for (let next = sideHead.nextElementSibling; next && next.classList.contains("fact");
      next = next.nextElementSibling) {
      below.push(next);
    }
    return below;
  }

  function isShown(mark) {
    if (visible.size === facts.length) {
      return true;
    }
    return ofMark(mark).facts.slice(0, mark.dataset.tie ? undefined : 1).some(fact => visible.has(fact));
  }

  // Those that were not rendered have no box yet: a screen that is turned may show them.
  function widenRendered() {
    marks.filter(mark => !widened.has(mark) && isRendered(mark)).forEach(mark => {
      widened.add(mark);
      widen(mark);
    });
  }

  // Marks are hit beside their ink too.
  function widen(mark) {
    const box = mark.getBBox();
    const svg = "http://www.w3.org/2000/svg";
    const first = [...mark.children].find(child => child.localName !== "title" && child.localName !== "desc");
    if (mark.dataset.tie || (mark.dataset.event && mark.dataset.actor)) {
      mark.querySelectorAll("path").forEach(path => {
        if (path.getAttribute("fill") === "none") {
          const line = document.createElementNS(svg, "path");
          line.setAttribute("d", path.getAttribute("d"));
          line.setAttribute("class", "hit-line");
          line.setAttribute("stroke-width", "10");
          mark.insertBefore(line, first);
        }
      });
      return;
    }
    const area = document.createElementNS(svg, "rect");
    Object.entries({x: box.x, y: box.y, width: box.width, height: box.height, class: "hit"})
      .forEach(([name, value]) => area.setAttribute(name, value));
    mark.insertBefore(area, first);
  }

  root.classList.add("js");
  form.hidden = false;
  widenRendered();
  window.addEventListener("resize", widenRendered);
  marks.forEach(mark => {
    mark.addEventListener("click", event => {
      event.preventDefault();
      select(ofMark(mark), mark);
    });
    mark.addEventListener("keydown", event => {
      if (event.key === " " || event.key === "Enter") {
        event.preventDefault();
        select(ofMark(mark), mark);
      }
    });
  });
  document.addEventListener("click", event => {
    const words = event.target.closest && event.target.closest(".articles mark");
    if (words) {
      select(ofPassages(list(words, "passages")), words);
      return;
    }
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && !link.closest(".paper") && open(link.getAttribute("href").slice(1), link)) {
      event.preventDefault();
    }
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      clear();
    }
  });
  close.addEventListener("click", clear);
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", event => event.preventDefault());
  window.addEventListener("hashchange", () => open(location.hash.slice(1), null));
  open(location.hash.slice(1), null);
  paint();
})();
