// What the page knows: the data of the file, indexed once, never changed afterwards.

const store = {};

/** Reads the data block (JSON, or gzip in base64) and fills `store`. */
async function readStore() {
  const block = document.getElementById("page-data");
  const text = block.type === "application/gzip" ? await unpacked(block.textContent) : block.textContent;
  const content = JSON.parse(text);
  Object.assign(store, content);
  store.looks = content.options.groups;
  store.firstAction = content.entities.length;
  store.titles = content.documents.map((article) => clean(article.title));
  indexNodes();
  indexEdges();
  indexSentences();
}

async function unpacked(base64) {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

function indexNodes() {
  store.byKey = new Map(store.nodes.map((node) => [node.key, node.id]));
  for (const node of store.nodes) node.name = clean(node.label) || "–";
  store.nodes.forEach((node, number) => {
    node.detail = number < store.firstAction ? store.entities[number] : store.actions[number - store.firstAction];
    node.edges = [];
    node.documents = documentsOf(node);
  });
}

function indexEdges() {
  store.edges.forEach((edge, number) => {
    edge.id = number;
    store.nodes[edge.from].edges.push(edge);
    if (edge.from !== edge.to) store.nodes[edge.to].edges.push(edge);
  });
  for (const node of store.nodes) {
    if (!isAction(node.id)) node.actions = [...new Set(neighbours(node.id).filter(isAction))].sort((a, b) => a - b);
  }
}

/** Notes for every sentence which actions it tells of, and whom it names and where. */
function indexSentences() {
  store.told = store.sentences.map(() => []);
  store.named = store.sentences.map(() => []);
  store.entities.forEach(({ mentions }, number) => {
    for (const [sentence, start, end] of mentions) store.named[sentence].push([number, start, end]);
  });
  store.actions.forEach((action, place) => {
    for (const [sentence] of action.evidence) store.told[sentence].push(store.firstAction + place);
  });
}

function documentsOf(node) {
  const places = isAction(node.id) ? node.detail.evidence : node.detail.mentions;
  return [...new Set(places.map(([sentence]) => store.sentences[sentence][0]))];
}

function isAction(number) {
  return number >= store.firstAction;
}

function neighbours(number) {
  return store.nodes[number].edges.map((edge) => (edge.from === number ? edge.to : edge.from));
}

/** The article in which an action is first told. */
function articleOf(action) {
  return store.documents[store.sentences[action.evidence[0][0]][0]];
}

/** Action numbers in order of the date of their article, then of the text. */
function byDate(numbers) {
  const dated = numbers.map((number) => [articleOf(store.nodes[number].detail).published || "9999", number]);
  dated.sort(([one, a], [other, b]) => (one < other ? -1 : one > other ? 1 : a - b));
  return dated.map(([, number]) => number);
}

// Text ------------------------------------------------------------------------------------------------------------

/** Text without control characters and marks that turn the writing direction. */
function clean(text) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g, " ").trim();
}

function shorten(text, length) {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}

/** Characters `start` to `end` of `text`, counted in code points as Python does. */
function slice(text, start, end) {
  return Array.from(text).slice(start, end).join("");
}

/** Text for searching: small letters without accents. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The interface's words for `key`, with `{name}` filled in. */
function say(key, values = {}) {
  const text = store.words[state.language].texts[key];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The interface's word for a value of the graph, such as a role or a kind of node. */
function word(list, value) {
  return store.words[state.language][list][value];
}

const dateForms = new Map();

/** How dates with these parts are written in the reader's language; made once, because making one is slow. */
function dateForm(parts) {
  const key = `${state.language} ${parts.join()}`;
  const forms = { year: "numeric", month: "short", day: "numeric" };
  const options = { timeZone: "UTC", ...Object.fromEntries(parts.map((part) => [part, forms[part]])) };
  if (!dateForms.has(key)) dateForms.set(key, new Intl.DateTimeFormat(state.language, options));
  return dateForms.get(key);
}

/** An EDTF date as people write it; what is no such date stays as it is. */
function dateWords(edtf) {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(edtf);
  if (!found) return clean(edtf);
  const [, year, month, day] = found;
  const date = new Date(Date.UTC(Number(year), Number(month || 1) - 1, Number(day || 1)));
  return dateForm(["year", month && "month", day && "day"].filter(Boolean)).format(date);
}

// Elements --------------------------------------------------------------------------------------------------------

/** A new element; text gets in as text only, and `on` holds its event listeners. */
function make(tag, { on = {}, text, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  if (text !== undefined) element.textContent = text;
  element.append(...children.filter((child) => child !== null));
  return element;
}

const FOCUSABLE = "a, button, input, select";

/** Puts new children into an element; what had the keyboard keeps it, by its place among the controls. */
function fill(element, ...children) {
  const place = [...element.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  element.replaceChildren(...children);
  if (place >= 0) element.querySelectorAll(FOCUSABLE)[place]?.focus({ preventScroll: true });
}

function byId(id) {
  return document.getElementById(id);
}
