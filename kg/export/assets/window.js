// The part of the graph that is drawn: at most LIMIT nodes, chosen from those that pass the filters.

const LIMIT = 300;
const LEAST = 80;
const ROOM = 2000;
const FOLLOWED = 12;

/** How many nodes may be drawn: one for every ROOM square pixels of the canvas, between LEAST and LIMIT. */
function limit() {
  const { clientWidth, clientHeight } = byId("canvas");
  return Math.max(LEAST, Math.min(LIMIT, Math.round((clientWidth * clientHeight) / ROOM)));
}

/** What to draw now: node numbers, edges between them, and how many nodes pass the filters in all. */
function currentWindow() {
  const wanted = new Set(wantedNodes());
  const graph = state.folded ? foldedGraph(wanted) : openGraph(wanted);
  const chosen = new Set(most(focused(graph), graph));
  return {
    nodes: [...chosen].sort((a, b) => a - b),
    edges: graph.edges.filter((edge) => chosen.has(edge.from) && chosen.has(edge.to)),
    total: graph.nodes.size,
    limit: limit(),
  };
}

/** Numbers of the nodes that the reader wants to see alone: round one or on a route; else all. */
function focused(graph) {
  const { focus } = state;
  if (focus?.route) return onRoutes(focus.route, graph);
  return focus && graph.nodes.has(focus.node) ? around(focus, graph) : [...graph.nodes];
}

/** Numbers of the nodes that the reader named to see them alone. */
function focusNodes() {
  return state.focus ? state.focus.route || [state.focus.node] : [];
}

function openGraph(wanted) {
  return { nodes: wanted, edges: store.edges.filter((edge) => wanted.has(edge.from) && wanted.has(edge.to)) };
}

/** The graph with every action turned into edges from the one who acts to all others in it. */
function foldedGraph(wanted) {
  const nodes = new Set([...wanted].filter((number) => !isAction(number)));
  const pairs = new Map();
  for (const number of wantedActions()) {
    for (const [from, to] of pairsOf(store.nodes[number], nodes)) addPair(pairs, from, to, number);
  }
  const edges = [...pairs.values()];
  edges.push(...store.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)));
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { nodes: joined, edges };
}

/** Pairs of entities that an action links: each agent (or the first participant) with each of the others. */
function pairsOf(node, nodes) {
  const parts = node.detail.roles.filter(([, entity]) => entity !== null && nodes.has(entity));
  const agents = parts.filter(([role]) => role === "agent").map(([, entity]) => entity);
  const others = parts.filter(([role]) => role !== "agent").map(([, entity]) => entity);
  const speaker = node.detail.claimant;
  if (agents.length === 0 && speaker !== null && nodes.has(speaker)) agents.push(speaker);
  if (agents.length === 0) agents.push(...others.splice(0, 1));
  if (others.length === 0) others.push(...agents.splice(1));
  return agents.flatMap((from) => [...new Set(others)].filter((to) => to !== from).map((to) => [from, to]));
}

function addPair(pairs, from, to, action) {
  const key = `${from} ${to}`;
  if (!pairs.has(key)) pairs.set(key, { id: key, from, to, kind: "folded", actions: [] });
  pairs.get(key).actions.push(action);
}

/** The neighbours of every node by its number, in the order of the edges. */
function adjacency({ edges }) {
  const next = new Map();
  const add = (from, to) => (next.has(from) ? next.get(from).push(to) : next.set(from, [to]));
  for (const { from, to } of edges) {
    add(from, to);
    add(to, from);
  }
  return next;
}

/** Numbers of the nodes at most `steps` edges away from a node. */
function around({ node, steps }, graph) {
  if (!graph.nodes.has(node)) return [];
  const next = adjacency(graph);
  const found = new Set([node]);
  let edge = [node];
  for (let step = 0; step < steps; step += 1) {
    edge = [...new Set(edge.flatMap((number) => next.get(number) || []))].filter((number) => !found.has(number));
    edge.forEach((number) => found.add(number));
  }
  return [...found];
}

/** As many numbers as may be drawn: those kept first, then the best connected, each with what joins it to others. */
function most(numbers, graph) {
  const room = limit();
  if (numbers.length <= room) return numbers;
  const allowed = new Set(numbers);
  const next = adjacency(graph);
  const best = (list) => [...list].filter((number) => allowed.has(number)).sort(byDegree);
  const kept = [...focusNodes(), state.kept].filter((number) => allowed.has(number));
  const chosen = new Set();
  for (const number of [...kept, ...best(numbers)]) {
    if (chosen.size >= room) break;
    chosen.add(number);
    for (const near of best(next.get(number) || []).slice(0, FOLLOWED)) {
      chosen.add(near);
      if (isAction(near)) best(next.get(near) || []).forEach((far) => chosen.add(far));
    }
  }
  return [...chosen].slice(0, room);
}

function byDegree(a, b) {
  return store.nodes[b].degree - store.nodes[a].degree || a - b;
}
