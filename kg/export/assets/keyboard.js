// Everything by keyboard: / search, arrows walk, Esc goes one step back.

const KEYS = {
  "/": () => byId("search").focus(),
  "+": () => zoom(1.25),
  "=": () => zoom(1.25),
  "-": () => zoom(0.8),
  0: () => fit(),
  g: () => update({ view: "graph" }),
  t: () => update({ view: state.view === "table" ? "graph" : "table" }),
  a: () => (state.view === "article" ? update({ view: "graph" }) : read()),
  v: () => update({ view: state.view === "differences" ? "graph" : "differences" }),
  r: () => (state.selected?.node === undefined ? null : startRoute(state.selected.node)),
  n: () => (state.selected?.node === undefined ? null : focusOn(state.selected.node)),
  h: () => (state.selected?.node === undefined ? null : hide(state.selected.node)),
  z: () => undo(),
  f: () => fold(),
  "?": () => byId("help").showModal(),
  ArrowLeft: () => walk(-1, 0),
  ArrowRight: () => walk(1, 0),
  ArrowUp: () => walk(0, -1),
  ArrowDown: () => walk(0, 1),
};

function onKey(event) {
  const field = event.target.closest("input:not([type=checkbox]), select");
  if (event.altKey || byId("help").open || ((event.ctrlKey || event.metaKey) && (event.key !== "z" || field))) return;
  if (event.key === "Escape") return stepBack();
  if (field || !Object.hasOwn(KEYS, event.key)) return;
  if (event.key.startsWith("Arrow") && (!byId("picture").offsetParent || event.target.closest("#article"))) return;
  event.preventDefault();
  KEYS[event.key]();
}

/** Leaves the search, else the selection, else the neighbours view. */
function stepBack() {
  if (byId("search").value || document.activeElement === byId("search")) {
    closeResults();
    byId("search").blur();
  } else if (state.start !== null) update({ start: null });
  else if (state.selected) update({ selected: null });
  else if (state.focus) update({ focus: null });
}

/** Selects the nearest node in a direction: a neighbour of the selected one if any lies there, else any node. */
function walk(right, down) {
  const { nodes } = drawing.window;
  const from = state.selected?.node;
  if (nodes.length === 0) return;
  if (from === undefined || !nodes.includes(from)) {
    select([...nodes].sort((a, b) => store.nodes[b].degree - store.nodes[a].degree)[0]);
    return;
  }
  const near = new Set(drawing.window.edges.filter((edge) => touches(edge, from)).flatMap((edge) => [edge.from, edge.to]));
  const target = nearest(from, nodes.filter((number) => near.has(number)), right, down) ?? nearest(from, nodes, right, down);
  if (target !== undefined) select(target);
}

function nearest(from, numbers, right, down) {
  const start = placeOf(from);
  const scored = numbers.filter((number) => number !== from).map((number) => {
    const [x, y] = [placeOf(number).x - start.x, placeOf(number).y - start.y];
    const along = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    return { number, cost: along > aside * 0.6 ? along + aside * 2 : Infinity };
  });
  const best = scored.filter(({ cost }) => cost < Infinity).sort((a, b) => a.cost - b.cost || a.number - b.number)[0];
  return best?.number;
}

/** Arrow keys in the list of results. */
function onSearchKey(event) {
  const rows = [...byId("results").querySelectorAll("button")];
  const place = rows.indexOf(document.activeElement);
  if (event.key === "Enter" && event.target === byId("search") && rows.length) rows[0].click();
  else if (event.key === "ArrowDown" && rows.length) rows[Math.min(place + 1, rows.length - 1)].focus();
  else if (event.key === "ArrowUp" && place >= 0) (rows[place - 1] || byId("search")).focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
