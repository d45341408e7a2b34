// Search: names first, then sentences.

const RESULTS = 12;
const CLOSE = 0.9;
const searching = { names: null, sentences: null };

/** Folded texts to search in, made at the first search. */
function searchTexts() {
  if (searching.names) return;
  searching.names = store.nodes.map((node) => folded([node.name, ...(node.detail.aliases || [])].join("\n")));
  searching.sentences = store.sentences.map(([, , text]) => folded(text));
}

/** Nodes whose name, then sentences whose text, hold every word of the query; entities before actions. */
function found(query) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return { names: [], sentences: [] };
  searchTexts();
  const holds = (text) => words.every((part) => text.includes(part));
  const names = store.nodes.filter((node) => holds(searching.names[node.id]));
  const start = (node) => (searching.names[node.id].startsWith(words[0]) ? 0 : 1);
  const actor = (node) => (isAction(node.id) ? 1 : 0);
  names.sort((a, b) => actor(a) - actor(b) || start(a) - start(b) || b.degree - a.degree || a.id - b.id);
  const sentences = store.sentences.map((_, number) => number).filter((number) => holds(searching.sentences[number]));
  return { names, sentences };
}

function renderResults() {
  const query = byId("search").value;
  const list = byId("results");
  const { names, sentences } = found(query);
  const rows = [...names.slice(0, RESULTS).map(nameResult), ...sentences.slice(0, RESULTS).flatMap(sentenceResult)];
  const empty = query.trim() !== "" && rows.length === 0;
  list.replaceChildren(...(empty ? [make("li", { class: "hint", text: say("notFound") })] : rows));
  byId("found").textContent = query.trim() ? say("found", { names: names.length, sentences: sentences.length }) : "";
}

function nameResult({ id, group, name, detail }) {
  const row = make("button", { type: "button", on: { click: () => choose(id) } });
  row.append(symbolElement(group, detail.standing), make("bdi", { class: "words", text: shorten(name, 50) }));
  return make("li", {}, row);
}

/** A row for a sentence that a node can be shown for. */
function sentenceResult(number) {
  const [article, , text] = store.sentences[number];
  const target = store.told[number][0] ?? store.nodes.find((node) => mentions(node, number))?.id;
  if (target === undefined) return [];
  const row = make("button", { type: "button", class: "sentence", on: { click: () => choose(target) } });
  row.append(make("bdi", { text: shorten(clean(text), 110) }), make("small", { text: shorten(store.titles[article], 50) }));
  return [make("li", {}, row)];
}

function mentions(node, sentence) {
  return !isAction(node.id) && node.detail.mentions.some(([number]) => number === sentence);
}

/** Selects a node found. One that is not drawn comes into the picture: in a large graph only with its neighbours. */
function choose(number) {
  closeResults();
  showFilters(false);
  const change = {};
  if (!drawing.window.nodes.includes(number)) {
    Object.assign(change, { kept: number, folded: state.folded && !isAction(number) && store.nodes[number].degree > 0 });
    change.focus = store.nodes.length > 4 * LIMIT ? { node: number, steps: 2 } : null;
  }
  pick({ node: number }, change);
  reveal(number, CLOSE);
  if (byId("canvas").offsetParent) byId("canvas").focus({ preventScroll: true });
}

function closeResults() {
  byId("search").value = "";
  renderResults();
}
