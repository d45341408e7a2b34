// Routes: the shortest ways from one node to another, all of them at once.

/** Begins a route at a node: the next node that the reader picks is its end. */
function startRoute(number) {
  update({ start: number, view: state.view === "table" ? "graph" : state.view });
  showFilters(true);
  byId("search").focus();
}

/** Selects what the reader picked, or ends the route that was begun. */
function pick(selection, change = {}) {
  const end = selection?.node;
  if (state.start === null || end === undefined || end === state.start) update({ selected: selection, ...change });
  else update({ start: null, focus: { route: [state.start, end] }, selected: selection });
}

/** Numbers of the nodes on the shortest routes between two nodes, or the two alone where none leads there. */
function onRoutes([from, to], graph) {
  const next = adjacency(graph);
  const [away, back] = [stepsFrom(from, next), stepsFrom(to, next)];
  if (!away.has(to)) return [from, to].filter((number) => graph.nodes.has(number));
  const length = away.get(to);
  return [...away.keys()].filter((number) => away.get(number) + (back.get(number) ?? Infinity) === length);
}

/** How many edges every node that can be reached lies away from `start`. */
function stepsFrom(start, next) {
  const steps = new Map([[start, 0]]);
  for (const number of steps.keys()) {
    for (const near of next.get(number) || []) {
      if (!steps.has(near)) steps.set(near, steps.get(number) + 1);
    }
  }
  return steps;
}

/** What the banner says of a route. */
function routeWords([from, to], nodes) {
  const values = { from: shorten(store.nodes[from].name, 40), to: shorten(store.nodes[to].name, 40) };
  return say(nodes.length > 2 || joins(from, to) ? "route" : "noRoute", values);
}

function joins(from, to) {
  return drawing.window.edges.some((edge) => touches(edge, from) && touches(edge, to));
}
