// Taking back: the filters as they were before each change.

const PAST = 50;
const UNDOABLE = [...Object.keys(noFilters()), "folded"];
const SLIDING = ["from", "to", "sure"];
const past = [];

/** Keeps what a change will undo; the steps of one slider count as one change. */
function remember(change) {
  const keys = UNDOABLE.filter((key) => key in change && change[key] !== state[key]).join();
  if (keys === "") return;
  const slides = keys.split(",").every((key) => SLIDING.includes(key));
  if (slides && past.at(-1)?.slides) return;
  past.push({ slides, before: Object.fromEntries(UNDOABLE.map((key) => [key, state[key]])) });
  if (past.length > PAST) past.shift();
}

/** Takes the last change of the filters back. */
function undo() {
  const last = past.pop();
  if (last) apply(last.before);
}
