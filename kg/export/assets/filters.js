// What the reader asks to see, and which nodes that leaves. Filters act on the data, never on the picture.

const STANDINGS = ["fact", "claim", "plan", "doubt", "negation", "denial"];

/** The filters when nothing is left out. */
function noFilters() {
  return {
    kindsOff: new Set(),
    standingsOff: new Set(),
    articlesOff: new Set(),
    hidden: [],
    from: "",
    to: "",
    focus: null,
  };
}

const state = {
  language: "nl",
  view: "graph",
  folded: false,
  selected: null,
  kept: null,
  labels: "auto",
  ...noFilters(),
};

const listeners = [];

/** Changes the state and draws everything that depends on it. */
function update(change) {
  Object.assign(state, change);
  for (const listener of listeners) listener(change);
}

/** Numbers of the articles that the reader wants, by filter and by period. */
function wantedArticles() {
  const wanted = new Set();
  store.documents.forEach((article, number) => {
    if (!state.articlesOff.has(number) && inPeriod(article.published)) wanted.add(number);
  });
  return wanted;
}

/** Whether a date lies in the period asked for; an article without a date always does. */
function inPeriod(published) {
  if (!published) return true;
  const sinceStart = !state.from || published >= state.from.slice(0, published.length);
  return sinceStart && (!state.to || published.slice(0, state.to.length) <= state.to);
}

/** Numbers of the nodes that pass the filters, in order. */
function wantedNodes() {
  const articles = wantedArticles();
  const hidden = new Set(state.hidden);
  return store.nodes.filter((node) => passes(node, articles, hidden)).map((node) => node.id);
}

function passes(node, articles, hidden) {
  if (hidden.has(node.id) || state.kindsOff.has(node.group)) return false;
  if (isAction(node.id) && state.standingsOff.has(node.detail.standing)) return false;
  return node.documents.length === 0 || node.documents.some((article) => articles.has(article));
}

/** Numbers of the actions that pass the filters, those of every kind of node included. */
function wantedActions() {
  const articles = wantedArticles();
  const hidden = new Set(state.hidden);
  const actions = store.nodes.slice(store.firstAction);
  return actions
    .filter((node) => !hidden.has(node.id) && !state.standingsOff.has(node.detail.standing))
    .filter((node) => node.documents.some((article) => articles.has(article)))
    .map((node) => node.id);
}

function isFiltered() {
  const sets = [state.kindsOff, state.standingsOff, state.articlesOff];
  return sets.some((set) => set.size > 0) || state.hidden.length > 0 || state.from !== "" || state.to !== "";
}

function clearFilters() {
  update(noFilters());
}

/** A copy of `set` with `value` put in or taken out. */
function toggled(set, value) {
  const copy = new Set(set);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}

/** The members of `every` that are switched off when only `value` may stay; all come back if it already stood alone. */
function allBut(every, value, off) {
  const others = every.filter((other) => other !== value);
  const alone = !off.has(value) && others.every((other) => off.has(other));
  return new Set(alone ? [] : others);
}
