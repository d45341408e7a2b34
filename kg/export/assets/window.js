// The part of the graph that is drawn: at most LIMIT nodes, chosen from those that pass the filters.

const LIMIT = 300;

/** What to draw now: node numbers, edges between them, and how many nodes pass the filters in all. */
function currentWindow() {
  const wanted = new Set(wantedNodes());
  const graph = state.folded ? foldedGraph(wanted) : openGraph(wanted);
  const reachable = state.focus ? around(state.focus, graph) : [...graph.nodes];
  const chosen = new Set(most(reachable, graph));
  return {
    nodes: [...chosen].sort((a, b) => a - b),
    edges: graph.edges.filter((edge) => chosen.has(edge.from) && chosen.has(edge.to)),
    total: graph.nodes.size,
  };
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
  return { nodes, edges };
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

/** Numbers of the nodes at most `steps` edges away from a node. */
function around({ node, steps }, graph) {
  if (!graph.nodes.has(node)) return [...graph.nodes];
  const next = new Map();
  for (const { from, to } of graph.edges) {
    next.set(from, [...(next.get(from) || []), to]);
    next.set(to, [...(next.get(to) || []), from]);
  }
  const found = new Set([node]);
  let edge = [node];
  for (let step = 0; step < steps; step += 1) {
    edge = [...new Set(edge.flatMap((number) => next.get(number) || []))].filter((number) => !found.has(number));
    edge.forEach((number) => found.add(number));
  }
  return [...found];
}

/** The LIMIT numbers with the most edges; the node in focus and the selected one always stay. */
function most(numbers, graph) {
  if (numbers.length <= LIMIT) return numbers;
  const kept = [state.focus?.node, state.selected?.node];
  const rank = (number) => (kept.includes(number) ? Infinity : store.nodes[number].degree);
  const known = kept.filter((number) => number !== undefined && graph.nodes.has(number));
  const all = [...new Set([...known, ...numbers])];
  return all.sort((a, b) => rank(b) - rank(a) || a - b).slice(0, LIMIT);
}
