// The side bar: the legend is the filter.

function renderSidebar() {
  fill(
    byId("filters"),
    legend(),
    standingFilter(),
    ...(store.documents.length > 1 ? [articleFilter()] : []),
    hiddenList(),
  );
  renderSure();
  renderCounter();
}

/** How sure an action must be at least; nothing to choose where all are equally sure. */
function renderSure() {
  byId("filter-sure").hidden = new Set(store.actions.map(({ confidence }) => confidence)).size < 2;
  byId("sure").value = Math.round(state.sure * 100);
  byId("sure-words").textContent = state.sure ? say("sureFrom", { n: Math.round(state.sure * 100) }) : say("sureAll");
}

function legend() {
  const counts = new Map();
  for (const { group } of store.nodes) counts.set(group, (counts.get(group) || 0) + 1);
  const kinds = Object.keys(store.looks).filter((kind) => counts.has(kind));
  return filterGroup("legend", kinds, state.kindsOff, "kindsOff", (kind) => ({
    symbol: symbolElement(kind),
    text: word("manyKinds", kind),
    count: counts.get(kind),
  }));
}

function standingFilter() {
  const counts = new Map();
  for (const { standing } of store.actions) counts.set(standing, (counts.get(standing) || 0) + 1);
  const standings = STANDINGS.filter((standing) => counts.has(standing));
  return filterGroup("standing", standings, state.standingsOff, "standingsOff", (standing) => ({
    symbol: symbolElement("Action", standing),
    text: word("standings", standing),
    title: word("standingHelp", standing),
    count: counts.get(standing),
  }));
}

function articleFilter() {
  const counts = store.documents.map(() => 0);
  for (const node of store.nodes.slice(store.firstAction)) node.documents.forEach((number) => (counts[number] += 1));
  return filterGroup("articles", [...counts.keys()], state.articlesOff, "articlesOff", (number) => ({
    symbol: null,
    text: shorten(store.titles[number], 70),
    title: [store.documents[number].source, dateWords(store.documents[number].published)].filter(Boolean).join(" · "),
    count: counts[number],
  }));
}

/** A list of check boxes, each with a button that leaves only its own row. */
function filterGroup(key, values, off, field, describe) {
  const row = (value) => {
    const box = make("input", { type: "checkbox", on: { change: () => update({ [field]: toggled(off, value) }) } });
    box.checked = !off.has(value);
    const { symbol, text, title, count } = describe(value);
    const words = make("span", { class: "words" }, make("bdi", { text }));
    const label = make("label", { title }, box, symbol, words, make("span", { class: "count", text: count }));
    return make("li", {}, label, ...(values.length > 1 ? [onlyButton(values, value, off, field, text)] : []));
  };
  return make("section", { id: `filter-${key}` }, make("h2", { text: say(key) }), make("ul", { class: "filter" }, ...limited(values, row, "li")));
}

function onlyButton(values, value, off, field, text) {
  const click = () => update({ [field]: allBut(values, value, off) });
  return make("button", { type: "button", class: "only", text: say("only"), "aria-label": `${say("only")} ${text}`, on: { click } });
}

function hiddenList() {
  if (state.hidden.length === 0) return make("section", { id: "hidden" });
  const rows = state.hidden.map((number) => {
    const back = () => update({ hidden: state.hidden.filter((other) => other !== number) });
    const button = make("button", { type: "button", class: "only", text: say("show"), on: { click: back } });
    return make("li", {}, make("bdi", { class: "words", text: shorten(store.nodes[number].name, 40) }), button);
  });
  return make("section", { id: "hidden" }, make("h2", { text: say("hidden") }), make("ul", { class: "filter" }, ...rows));
}

/** Says how much of the graph is drawn, and why not all. */
function renderCounter() {
  const { nodes, total } = drawing.window;
  const all = state.folded ? store.firstAction : store.nodes.length;
  byId("counter").textContent = state.view === "table" ? say("rows", { n: tableRows().length }) : say("counter", { n: nodes.length, all });
  byId("counter").hidden = state.view === "differences";
  byId("all").hidden = !isFiltered();
  byId("undo").hidden = past.length === 0;
  const words = bannerWords();
  byId("banner").hidden = words === "";
  byId("banner-text").textContent = words;
  byId("unfocus").hidden = !state.focus && state.start === null;
}

/** What the reader sees only a part of, and why; nothing where all is drawn. */
function bannerWords() {
  const { nodes, total } = drawing.window;
  const name = (number) => shorten(store.nodes[number].name, 40);
  if (state.start !== null) return say("routeEnd", { name: name(state.start) });
  if (state.focus?.route) return routeWords(state.focus.route, nodes);
  if (state.focus) return say("focus", { name: name(state.focus.node) });
  return nodes.length < total && state.view === "graph" ? say("window", { n: nodes.length, total }) : "";
}
