// The page that shows a report beside its text. The HTML holds the text and the values; this script only relates the two. Nothing is loaded
// and nothing is sent. Text from the document is only ever set as text, never as markup.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const words = data.words;
  const textPane = byId("text"), modelPane = byId("model"), card = byId("card"), find = byId("find"), found = byId("found"), chooser = byId("report");
  const articles = [...textPane.querySelectorAll("article")];
  const panels = [...modelPane.querySelectorAll(".report")];
  const narrow = matchMedia("(max-width: 760px)");

  const make = (name, look, ...content) => {
    const element = document.createElement(name);
    if (look) element.className = look;
    element.append(...content);
    return element;
  };

  // ---- The text: where in the page the characters of a block are -------------------------------------------------------------------------

  // Reports of one file share its text; reports without their file have one each.
  const texts = articles.map((article) => {
    const blocks = new Map(), made = new Map();
    for (const element of article.querySelectorAll("[data-b]")) {
      const block = Number(element.dataset.b);
      if (!blocks.has(block)) blocks.set(block, []);
      blocks.get(block).push(element);
    }
    // Most blocks are never asked for: their holders are listed on demand.
    const holders = (block) => {
      if (!made.has(block)) {
        const found = (blocks.get(block) ?? []).flatMap((element) => [...element.querySelectorAll("[data-s]")])
          .map((element) => ({ element, start: Number(element.dataset.s), text: element.textContent, spans: [], ranges: [] }));
        made.set(block, found.sort((a, b) => a.start - b.start));
      }
      return made.get(block);
    };
    return { holders, forget: () => [...made.values()].flat() };
  });

  /** The parts of holders that a place covers: a table's place may cover many cells. */
  const stretches = (place) => {
    const parts = [];
    for (const holder of text.holders(place.block)) {
      const from = Math.max(0, place.start - holder.start), to = Math.min(holder.text.length, place.start + place.length - holder.start);
      if (from < to) parts.push({ holder, from, to });
    }
    return parts;
  };

  /** The characters of a place. Between cells stand tabs, between rows line feeds, which are in no cell; empty cells count too. */
  const quote = (place) => {
    if (place.text !== undefined) return place.text;
    const end = place.start + place.length;
    let result = "", last = null;
    for (const holder of text.holders(place.block)) {
      if (holder.start + holder.text.length < place.start || holder.start > end) continue;
      const gap = last ? holder.start - last.start - last.text.length : 0;
      if (gap > 0) result += (last.element.closest("tr") === holder.element.closest("tr") ? "\t" : "\n").repeat(gap);
      result += holder.text.slice(Math.max(0, place.start - holder.start), Math.max(0, end - holder.start));
      last = holder;
    }
    return result;
  };

  // ---- What is shown now --------------------------------------------------------------------------------------------------------------------

  let report = -1, text = null, entries = [], byPointer = new Map(), spansOf = new Map(), links = new Map(), order = null;
  let pinned = null, peeked = null, current = 0, painted = new Set();

  const isPrecise = (entry) => entry.confidence !== undefined && !entry.pointer.startsWith("/sections/");

  function showReport(index) {
    if (index === report) return;
    clear();
    for (const holder of text ? text.forget() : []) unannotate(holder);
    report = index;
    panels.forEach((panel, i) => { panel.hidden = i !== index; });
    if (articles.length > 1) articles.forEach((article, i) => { article.hidden = i !== index; });
    if (chooser) chooser.value = String(index);
    text = texts[articles.length > 1 ? index : 0];
    entries = data.reports[index];
    byPointer = new Map(entries.map((entry) => [entry.pointer, entry]));
    links = new Map();
    for (const link of panels[index].querySelectorAll("a.v")) {
      const { pointer } = address(link.getAttribute("href"));
      if (!links.has(pointer)) links.set(pointer, []);
      links.get(pointer).push(link);
    }
    spansOf = new Map();
    for (const entry of entries)
      if (entry.confidence !== undefined)
        for (const place of entry.places) {
          if (!spansOf.has(place.block)) spansOf.set(place.block, []);
          spansOf.get(place.block).push({ entry, place });
        }
    annotateAll();
    filter();
  }

  // ---- Marks: only where something is chosen or looked at -------------------------------------------------------------------------------------

  function paint() {
    const wanted = new Map();
    const ask = (entry, kind) => entry?.places.forEach((place, i) => {
      for (const { holder, from, to } of stretches(place)) {
        if (!wanted.has(holder)) wanted.set(holder, []);
        wanted.get(holder).push({ from, to, kind: kind === "pin" && i === current ? "pin now" : kind });
      }
    });
    ask(pinned, "pin");
    if (peeked !== pinned) ask(peeked, "peek");
    for (const holder of new Set([...painted, ...wanted.keys()])) draw(holder, wanted.get(holder) ?? []);
    painted = new Set(wanted.keys());
  }

  function draw(holder, ranges) {
    const cuts = [...new Set([0, holder.text.length, ...ranges.flatMap((range) => [range.from, range.to])])].sort((a, b) => a - b);
    const pieces = [];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const piece = holder.text.slice(cuts[i], cuts[i + 1]);
      const kinds = ranges.filter((range) => range.from <= cuts[i] && cuts[i + 1] <= range.to).map((range) => range.kind);
      pieces.push(kinds.length ? make("mark", kinds.join(" "), piece) : piece);
    }
    holder.element.replaceChildren(...pieces);
    annotate(holder);
  }

  // Quiet underlines below everything that was read, where the browser can draw them without further elements.
  const layers = globalThis.Highlight && CSS.highlights ? { read: new Highlight(), doubt: new Highlight() } : null;
  if (layers) for (const name of Object.keys(layers)) CSS.highlights.set(name, layers[name]);

  function annotateAll() {
    if (!layers) return;
    const holders = new Set();
    for (const entry of entries.filter(isPrecise))
      for (const { holder, from, to } of entry.places.flatMap(stretches)) {
        holder.spans.push({ from, to, layer: entry.confidence < 0.9 ? layers.doubt : layers.read });
        holders.add(holder);
      }
    holders.forEach(annotate);
  }

  function annotate(holder) {
    for (const { range, layer } of holder.ranges) layer.delete(range);
    holder.ranges = holder.spans.map(({ from, to, layer }) => {
      const [startContainer, startOffset] = point(holder.element, from), [endContainer, endOffset] = point(holder.element, to);
      const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
      layer.add(range);
      return { range, layer };
    });
  }

  function unannotate(holder) {
    holder.spans = [];
    if (layers) annotate(holder);
  }

  function point(element, offset) {
    for (const child of element.childNodes) {
      const length = child.textContent.length;
      if (offset <= length) return [child.firstChild ?? child, offset];
      offset -= length;
    }
    return [element, 0];
  }

  // ---- Choosing ---------------------------------------------------------------------------------------------------------------------------------

  /** Chooses an entry: its places are marked, the text goes to the first, and the card tells about it. */
  function choose(entry, { keepPane = false } = {}) {
    pinned = entry;
    current = 0;
    paint();
    showCard();
    showLinks();
    if (narrow.matches && !keepPane && entry.places.length) showPane("text");
    goTo(0);
    history.replaceState(null, "", hash(entry));
  }

  function clear() {
    pinned = peeked = null;
    card.hidden = true;
    if (!text) return;
    paint();
    showLinks();
    if (address(location.hash)) history.replaceState(null, "", location.href.split("#")[0]);
  }

  function peek(entry) {
    if (entry === peeked) return;
    peeked = entry;
    paint();
  }

  function goTo(index) {
    if (!pinned?.places.length) return;
    if (index !== current) {
      current = index;
      paint();
      showCard();
    }
    const place = pinned.places[index];
    const [first] = stretches(place);
    const target = first ? (first.holder.element.querySelector("mark.now") ?? first.holder.element) : text.holders(place.block)[0]?.element;
    if (target) scrollTo(target, "center");
  }

  const scrollTo = (element, block) => element.scrollIntoView({ block, inline: "nearest", behavior: "instant" });

  function showLinks() {
    for (const link of modelPane.querySelectorAll("a.v[aria-current]")) link.removeAttribute("aria-current");
    const own = (pinned && links.get(pinned.pointer)) ?? [];
    own.forEach((link) => link.setAttribute("aria-current", "true"));
    if (own.length && !own.includes(document.activeElement)) scrollTo(own[0], "nearest");
  }

  const number = () => (data.reports.length > 1 ? report + 1 : "");
  const hash = (entry) => `#${number()}${entry.pointer}`;
  const address = (text) => {
    const parts = /^#(\d*)(\/.*)$/s.exec(text);
    return parts && { report: parts[1] ? Number(parts[1]) - 1 : 0, pointer: parts[2] };
  };

  function chooseAddress(text) {
    let to = address(text);
    try { to &&= address(decodeURIComponent(text)); } catch { /* a stray % is part of the name */ }
    if (!to || !data.reports[to.report]) return;
    showReport(to.report);
    const entry = byPointer.get(to.pointer);
    if (entry) choose(entry);
  }

  // ---- The card: what is known about the chosen value ---------------------------------------------------------------------------------------------

  function showCard() {
    const entry = pinned;
    const close = make("button", "close", "×");
    close.type = "button";
    close.title = words.close;
    close.setAttribute("aria-label", words.close);
    close.onclick = clear;
    const parts = [make("h2", "", entry.id ? `${entry.label} · ${entry.id}` : entry.label, close)];
    if (entry.message) parts.push(make("p", `message ${entry.severity}`, entry.message));
    if (entry.places.length) parts.push(placeList(entry));
    if (entry.confidence !== undefined) parts.push(trust(entry));
    const also = entry.confidence === undefined ? [] : sameplace(entry);
    if (also.length) parts.push(linkLine(words.also, also, (other) => other.label));
    const about = entries.filter((other) => other.about?.includes(entry.pointer));
    if (about.length) parts.push(linkLine(words.about, about, (other) => `${other.id} ${other.message}`));
    const back = make("button", "back", words.back);
    back.type = "button";
    back.onclick = goBack;
    parts.push(back);
    card.replaceChildren(...parts);
    card.hidden = false;
  }

  function placeList(entry) {
    const list = make("ol", entry.places.length > 1 ? "places several" : "places");
    entry.places.forEach((place, i) => {
      const button = make("button", "place", make("q", "", quote(place)), make("small", "", place.where));
      button.type = "button";
      if (!text.holders(place.block).length) button.append(make("small", "unplaced", words.unplaced));
      if (i === current) button.setAttribute("aria-current", "true");
      button.onclick = () => goTo(i);
      list.append(make("li", "", button));
    });
    return list;
  }

  function trust(entry) {
    const line = make("dl", "trust");
    const add = (name, value, look) => line.append(make("div", look ?? "", make("dt", "", name), make("dd", "", value)));
    add(words.confidence, entry.confidence.toFixed(2), entry.confidence < 0.9 ? "sum low" : "sum");
    for (const part of ["reading", "rule", "rivals", "checks"])
      if (entry.parts) add(words[part], entry.parts[part].toFixed(2), entry.parts[part] < 0.9 ? "low" : "");
    if (entry.rule) add(words.rule, data.rules[entry.rule] ? `${data.rules[entry.rule]}（${entry.rule}）` : entry.rule, "wide");
    return line;
  }

  function sameplace(entry) {
    const [first] = entry.places;
    if (!first) return [];
    const here = (spansOf.get(first.block) ?? []).filter((span) => span.entry !== entry && isPrecise(span.entry)
      && span.place.start < first.start + first.length && first.start < span.place.start + span.place.length);
    // What was read from a whole section touches everything in it: the nearest neighbours are enough.
    return [...new Set(here.sort((a, b) => a.place.length - b.place.length).map((span) => span.entry))].slice(0, 6);
  }

  function linkLine(title, others, name) {
    const line = make("p", "also", make("b", "", title));
    for (const other of others) {
      const link = make("a", "", name(other));
      link.href = hash(other);
      line.append(" ", link);
    }
    return line;
  }

  // ---- The text asks back: which value was read here? ----------------------------------------------------------------------------------------------

  function entryAt(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    const range = caret ? null : document.caretRangeFromPoint?.(x, y);
    const node = caret?.offsetNode ?? range?.startContainer, offset = caret?.offset ?? range?.startOffset;
    const holder = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-s]");
    const owner = holder?.closest("[data-b]");
    if (!owner) return null;
    const before = document.createRange();
    before.setStart(holder, 0);
    before.setEnd(node, offset);
    const at = Number(holder.dataset.s) + before.toString().length;
    const spans = spansOf.get(Number(owner.dataset.b)) ?? [];
    const smallest = (test) => spans.filter(test).sort((a, b) => a.place.length - b.place.length)[0]?.entry ?? null;
    // A click behind the last character is meant for it.
    return smallest(({ place }) => place.start <= at && at < place.start + place.length)
      ?? smallest(({ place }) => place.start <= at && at === place.start + place.length);
  }

  textPane.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return;
    const entry = entryAt(event.clientX, event.clientY);
    if (!entry) return;
    // The reader is already at the place: only the model moves.
    const top = textPane.scrollTop;
    choose(entry, { keepPane: true });
    textPane.scrollTop = top;
  });

  let waiting = false;
  textPane.addEventListener("mousemove", (event) => {
    if (waiting || event.buttons) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const entry = entryAt(event.clientX, event.clientY);
      peek(entry && isPrecise(entry) ? entry : null);
      textPane.classList.toggle("over", Boolean(peeked));
    });
  });
  textPane.addEventListener("mouseleave", () => peek(null));

  // ---- The model: pointing, walking, filtering -------------------------------------------------------------------------------------------------------

  const entryOf = (link) => (link ? byPointer.get(address(link.getAttribute("href")).pointer) ?? null : null);

  modelPane.addEventListener("mouseover", (event) => peek(entryOf(event.target.closest("a.v"))));
  modelPane.addEventListener("mouseleave", () => peek(null));
  modelPane.addEventListener("focusout", () => peek(null));
  modelPane.addEventListener("focusin", (event) => {
    const link = event.target.closest("a.v");
    if (!link) return;
    // One tab stop for each group: the value that was visited last.
    for (const other of link.closest(".group").querySelectorAll("a.v[tabindex='0']")) other.tabIndex = -1;
    link.tabIndex = 0;
    peek(entryOf(link));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !address(link.getAttribute("href"))) return;
    event.preventDefault();
    chooseAddress(link.getAttribute("href"));
  });

  const visibleLinks = () => (order ??= [...panels[report].querySelectorAll("a.v")].filter((link) => !link.closest("[hidden]")));

  function step(by, thenChoose) {
    const all = visibleLinks();
    const from = all.indexOf(document.activeElement) >= 0 ? all.indexOf(document.activeElement) : all.indexOf(links.get(pinned?.pointer)?.[0]);
    const next = all[from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + by))];
    if (!next) return;
    next.focus();
    if (thenChoose && entryOf(next)) choose(entryOf(next), { keepPane: true });
  }

  function filter() {
    const query = find.value.trim().toLowerCase();
    let count = 0;
    for (const item of panels[report].querySelectorAll("[data-f]")) {
      item.hidden = query !== "" && !item.textContent.toLowerCase().includes(query);
      if (!item.hidden) count++;
    }
    for (const group of panels[report].querySelectorAll(".group")) {
      group.hidden = query !== "" && !group.querySelector("[data-f]:not([hidden])");
      const [first, ...others] = [...group.querySelectorAll("a.v")].filter((link) => !link.closest("[hidden]"));
      for (const link of others) link.tabIndex = -1;
      if (first) first.tabIndex = 0;
    }
    order = null;
    found.textContent = query === "" ? "" : words.found.replace("{0}", String(count));
  }

  find.addEventListener("input", filter);
  chooser?.addEventListener("change", () => showReport(Number(chooser.value)));

  function showPane(name) {
    document.body.dataset.pane = name;
    for (const tab of document.querySelectorAll("[role='tab']")) tab.setAttribute("aria-selected", String(tab.id === `tab-${name}`));
  }

  function goBack() {
    showPane("model");
    const link = links.get(pinned?.pointer)?.[0];
    if (!link) return;
    link.focus();
    scrollTo(link, "center");
  }

  for (const name of ["text", "model"]) byId(`tab-${name}`).onclick = () => showPane(name);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target === find) keyInFilter(event);
    else if (!event.target.closest("select, input")) keyOutside(event);
  });

  function keyInFilter(event) {
    if (event.key === "Escape" && find.value) {
      find.value = "";
      filter();
    } else if (event.key === "Escape") {
      find.blur();
    } else if (event.key === "ArrowDown" || event.key === "Enter") {
      step(-Infinity, event.key === "Enter");
    } else {
      return;
    }
    event.preventDefault();
  }

  function keyOutside(event) {
    const onValue = event.target.closest("a.v");
    if (event.key === "/") {
      showPane("model");
      find.focus();
    } else if (event.key === "Escape") {
      clear();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1, true);
    } else if (onValue && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      step(event.key === "ArrowDown" ? 1 : -1, false);
    } else {
      return;
    }
    event.preventDefault();
  }

  // ---- Begin ------------------------------------------------------------------------------------------------------------------------------------------

  addEventListener("hashchange", () => chooseAddress(location.hash));
  showPane("model");
  showReport(0);
  chooseAddress(location.hash);
})();
