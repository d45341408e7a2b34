// Taking back: the filters as they were before each change.

const PAST = 50;
const UNDOABLE = [...Object.keys(noFilters()), "folded"];
const SLIDERS = { from: "period", to: "period", sure: "sure" };
const past = [];

/** Keeps what a change will undo; the steps of one slider count as one change. */
function remember(change) {
  const keys = UNDOABLE.filter((key) => key in change && change[key] !== state[key]);
  if (keys.length === 0) return;
  const moved = [...new Set(keys.map((key) => SLIDERS[key]))];
  const slider = moved.length === 1 ? moved[0] : undefined;
  if (slider && past.at(-1)?.slider === slider) return;
  past.push({ slider, before: Object.fromEntries(UNDOABLE.map((key) => [key, state[key]])) });
  if (past.length > PAST) past.shift();
}

/** Takes the last change of the filters back. */
function undo() {
  const last = past.pop();
  if (last) apply(last.before);
}
