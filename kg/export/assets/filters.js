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
    sure: 0,
    focus: null,
  };
}

const state = {
  language: "nl",
  view: "graph",
  folded: false,
  selected: null,
  start: null,
  read: 0,
  kept: null,
  labels: "auto",
  ...noFilters(),
};

const listeners = [];

/** What passes the filters, worked out once for each state. */
let passing = {};

/** Changes the state and draws everything that depends on it. */
function update(change) {
  remember(change);
  apply(change);
}

function apply(change) {
  Object.assign(state, change);
  passing = {};
  for (const listener of listeners) listener(change);
}

/** Numbers of the articles that the reader wants: the one that is read, else by filter and by period. */
function wantedArticles() {
  if (state.view === "article") return new Set([state.read]);
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
  passing.nodes ??= nodesThatPass();
  return passing.nodes;
}

/** Numbers of the actions that pass the filters, those of every kind of node included. */
function wantedActions() {
  passing.actions ??= actionsThatPass();
  return passing.actions;
}

function nodesThatPass() {
  const articles = wantedArticles();
  const hidden = new Set(state.hidden);
  const actions = new Set(wantedActions());
  const idle = state.standingsOff.size === 0 && state.sure === 0;
  const stays = (node) => (isAction(node.id) ? actions.has(node.id) : isTold(node, articles) && (idle || node.actions.some((number) => actions.has(number))));
  return store.nodes.filter((node) => !hidden.has(node.id) && !state.kindsOff.has(node.group) && stays(node)).map((node) => node.id);
}

function actionsThatPass() {
  const articles = wantedArticles();
  const hidden = new Set(state.hidden);
  const stays = ({ standing, confidence }) => !state.standingsOff.has(standing) && confidence >= state.sure;
  const actions = store.nodes.slice(store.firstAction).filter((node) => !hidden.has(node.id) && stays(node.detail));
  return actions.filter((node) => isTold(node, articles)).map((node) => node.id);
}

function isTold({ documents }, articles) {
  return documents.length === 0 || documents.some((article) => articles.has(article));
}

function isFiltered() {
  const sets = [state.kindsOff, state.standingsOff, state.articlesOff];
  return sets.some((set) => set.size > 0) || state.hidden.length > 0 || state.from !== "" || state.to !== "" || state.sure > 0;
}

/** Folds actions into lines between actors, or unfolds them; what was seen alone may be an action, and is so no more. */
function fold() {
  const view = state.view === "article" ? "article" : "graph";
  update({ folded: !state.folded, selected: null, focus: null, start: null, view });
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
