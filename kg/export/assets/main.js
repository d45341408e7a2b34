// Starts the page and keeps its parts in step with the state.

async function start() {
  await readStore();
  state.language = store.language;
  readTheme();
  startCanvas();
  startControls();
  startTimeline();
  startMap();
  startArticle();
  listeners.push(renderFrame, renderCanvas, renderMap, renderSidebar, renderPanel);
  listeners.push(renderTable, renderArticle, renderDifferences, renderTimeline, writeLink);
  update({ selected: linked(), view: "graph" });
}

function startControls() {
  const clicks = {
    fold,
    png: downloadPicture,
    svg: downloadDrawing,
    csv: downloadTable,
    closer: () => zoom(1.25),
    farther: () => zoom(0.8),
    fit,
    all: clearFilters,
    undo,
    unfocus: () => update({ focus: null, start: null }),
    close: () => update({ selected: null }),
    ask: () => byId("help").showModal(),
    "open-filters": () => showFilters(!document.body.classList.contains("filters-open")),
  };
  for (const [id, click] of Object.entries(clicks)) byId(id).addEventListener("click", click);
  for (const button of document.querySelectorAll(".views button")) button.addEventListener("click", () => show(button.dataset.view));
  byId("sure").addEventListener("input", ({ target }) => update({ sure: Number(target.value) / 100 }));
  byId("labels").addEventListener("change", ({ target }) => update({ labels: target.value }));
  byId("language").addEventListener("change", ({ target }) => update({ language: target.value }));
  byId("search").addEventListener("input", renderResults);
  document.querySelector("search").addEventListener("keydown", onSearchKey);
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", () => update({ selected: linked() }));
  darkness.addEventListener("change", () => {
    readTheme();
    update({ language: state.language });
  });
}

/** Shows the picture, the table, the text of an article or the differences between articles. */
function show(view) {
  showFilters(false);
  if (view === "article") read();
  else update({ view });
}

/** Opens or closes the side bar, which on a phone lies over the picture. */
function showFilters(open) {
  document.body.classList.toggle("filters-open", open);
  byId("open-filters").setAttribute("aria-expanded", open);
}

/** Writes the fixed texts in the reader's language and sets the switches. */
function renderFrame() {
  document.documentElement.lang = state.language;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = say(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = say(element.dataset.hint);
  renderTitle();
  renderChoices("labels", ["auto", "all", "none"].map((value) => [value, say(`labels-${value}`)]), state.labels);
  renderChoices("language", Object.keys(store.words).map((code) => [code, store.words[code].texts.name]), state.language);
  for (const button of document.querySelectorAll(".views button")) {
    button.setAttribute("aria-pressed", button.dataset.view === state.view);
    button.hidden = button.dataset.view === "differences" && !store.same.some(({ differences }) => differences.length > 0);
  }
  byId("fold").setAttribute("aria-pressed", state.folded);
  byId("stage").hidden = state.view !== "graph" && state.view !== "article";
  byId("table").hidden = state.view !== "table";
  document.body.dataset.view = state.view;
  renderHelp();
}

function renderTitle() {
  const days = publishedDays();
  const period = days.length ? [days[0], days.at(-1)].map(dateWords).join(" – ") : "";
  const many = store.documents.length === 1 ? store.titles[0] : say("manyArticles", { n: store.documents.length });
  const title = shorten([many, period].filter(Boolean).join(" · "), 110);
  byId("title").textContent = title;
  document.title = title;
}

function renderChoices(id, choices, chosen) {
  byId(id).replaceChildren(...choices.map(([value, text]) => make("option", { value, text, selected: value === chosen })));
}

function renderHelp() {
  const rows = store.words[state.language].keys.flatMap(([key, text]) => [make("dt", {}, make("kbd", { text: key })), make("dd", { text })]);
  const close = make("button", { type: "button", text: say("close"), on: { click: () => byId("help").close() } });
  const notes = store.words[state.language].notes.map((text) => make("p", { text }));
  byId("help").replaceChildren(make("h2", { text: say("help") }), ...notes, make("dl", {}, ...rows), close);
}

// Links to one node: graph.html#n=<id> -----------------------------------------------------------------------------

/** The selection that the address asks for. */
function linked() {
  const found = /^#n=(.+)$/.exec(window.location.hash);
  const number = found ? store.byKey.get(decoded(found[1])) : undefined;
  return number === undefined ? null : { node: number };
}

function addressOf(key) {
  return `#n=${encodeURIComponent(key)}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Puts the selection into the address; the frame of a notebook has none. */
function writeLink({ selected }) {
  if (selected === undefined || window.location.protocol === "about:") return;
  const hash = selected?.node === undefined ? "" : addressOf(store.nodes[selected.node].key);
  if (hash !== window.location.hash) history.replaceState(null, "", hash || window.location.pathname);
}

start();
