// What is painted: lines, symbols and labels, in pixels of the screen, so that they keep their size at every zoom.

/** Paints the window on a pen; `size` tells the width and height of the paper in pixels. */
function paint(pen, { width, clientWidth, clientHeight }) {
  const ratio = width / clientWidth;
  drawing.spots = drawing.window.nodes.map(spotOf).sort((a, b) => b.weight - a.weight);
  const spots = new Map(drawing.spots.map((spot) => [spot.id, spot]));
  pen.save();
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  const islands = hasIslands() ? islandsOf(drawing.spots) : [];
  for (const island of islands) drawIsland(pen, island);
  for (const edge of drawing.window.edges) drawEdge(pen, edge, spots.get(edge.from), spots.get(edge.to));
  for (const spot of [...drawing.spots].reverse()) drawNode(pen, spot);
  drawLabels(pen, { clientWidth, clientHeight }, drawing.spots, labelledEdges(spots), islands);
  pen.restore();
  frameMap();
}

function spotOf(number) {
  const node = store.nodes[number];
  const strong = state.selected?.node === number || drawing.hovered === number;
  const lit = !drawing.lit || drawing.lit.has(number);
  const action = isAction(number);
  return {
    ...drawing.network.canvasToDOM(drawing.network.getPosition(number)),
    id: number,
    name: shorten(action ? actionWords(node) : node.name, 60),
    radius: radiusOf(node, drawing.network.getScale()),
    action,
    strong,
    faint: !lit,
    weight: (strong ? 1e9 : 0) + (lit ? 1e6 : 0) + (action ? 0 : 1e4) + node.degree,
  };
}

/** Radius in pixels: actors grow with the number of their actions, and everything a little with the zoom. */
function radiusOf(node, scale) {
  const full = isAction(node.id) ? 5.5 : Math.min(18, 6.5 + 2 * Math.sqrt(node.actions.length));
  const least = isAction(node.id) ? 4 : 5.5;
  return Math.max(least, full * Math.min(1.3, Math.sqrt(scale)));
}

/** Nodes to show in full colour: the selected one, its actions, and who else takes part; null is all of them. */
function litNodes() {
  const { selected } = state;
  if (!selected) return null;
  if (selected.pair) return new Set(selected.pair);
  const { edges } = drawing.window;
  const near = edges.filter((edge) => touches(edge, selected.node)).flatMap(({ from, to }) => [from, to]);
  const actions = new Set(near.filter((number) => isAction(number)));
  const far = edges.filter(({ from, to }) => actions.has(from) || actions.has(to));
  return new Set([selected.node, ...near, ...far.flatMap(({ from, to }) => [from, to])]);
}

function touches({ from, to }, number) {
  return from === number || to === number;
}

function isLitEdge({ from, to }) {
  return !drawing.lit || (drawing.lit.has(from) && drawing.lit.has(to));
}

// Articles ---------------------------------------------------------------------------------------------------------

function hasIslands() {
  return !state.focus && state.view !== "article" && store.documents.length > 1 && drawing.arranged.size === 0;
}

/** The ground on which the nodes of each article stand, with its title. */
function islandsOf(spots) {
  const islands = new Map();
  for (const { id, x, y } of spots) {
    const { home } = store.nodes[id];
    const old = islands.get(home) || { home, left: x, right: x, top: y, bottom: y };
    const [left, right] = [Math.min(old.left, x), Math.max(old.right, x)];
    islands.set(home, { home, left, right, top: Math.min(old.top, y), bottom: Math.max(old.bottom, y) });
  }
  return [...islands.values()];
}

function drawIsland(pen, { left, right, top, bottom }) {
  const edge = Math.min(30, 34 * drawing.network.getScale());
  pen.beginPath();
  pen.roundRect(left - edge, top - edge, right - left + 2 * edge, bottom - top + 2 * edge, 12);
  pen.fillStyle = theme.side;
  pen.fill();
}

// Symbols ----------------------------------------------------------------------------------------------------------

function drawNode(pen, { id, x, y, radius, strong, faint }) {
  const node = store.nodes[id];
  pen.save();
  pen.translate(x, y);
  if (strong) {
    pen.beginPath();
    pen.arc(0, 0, radius + 6, 0, 2 * Math.PI);
    pen.fillStyle = theme.halo;
    pen.fill();
  }
  pen.globalAlpha = faint ? 0.22 : 1;
  drawSymbol(pen, { kind: node.group, radius, standing: node.detail.standing, line: 1.2 });
  pen.restore();
}

// Lines ------------------------------------------------------------------------------------------------------------

/** The points of an edge for 0 to 1: straight, or bent a little where it stands for several actions. */
function curve(edge, from, to) {
  const bend = edge.kind === "folded" ? 0.1 : 0;
  const middle = { x: (from.x + to.x) / 2 + (to.y - from.y) * bend, y: (from.y + to.y) / 2 - (to.x - from.x) * bend };
  const mix = (a, b, c, part) => a * (1 - part) ** 2 + b * 2 * part * (1 - part) + c * part ** 2;
  return (part) => ({ x: mix(from.x, middle.x, to.x, part), y: mix(from.y, middle.y, to.y, part) });
}

function drawEdge(pen, edge, from, to) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < from.radius + to.radius) return;
  const lit = isLitEdge(edge);
  const strong = drawing.lit !== null && lit;
  const line = curve(edge, from, to);
  const [start, end] = [line((from.radius + 1) / length), line(1 - (to.radius + 3) / length)];
  const middle = line(0.5);
  pen.save();
  pen.globalAlpha = lit ? 1 : 0.25;
  pen.strokeStyle = strong ? theme["edge-strong"] : theme.edge;
  pen.fillStyle = pen.strokeStyle;
  pen.lineWidth = edgeWidth(edge) * (strong ? 1.5 : 1);
  pen.setLineDash(dashesOf(edge));
  pen.beginPath();
  pen.moveTo(start.x, start.y);
  pen.quadraticCurveTo(2 * middle.x - (start.x + end.x) / 2, 2 * middle.y - (start.y + end.y) / 2, end.x, end.y);
  pen.stroke();
  pen.setLineDash([]);
  if (edge.kind !== "claimant") drawArrow(pen, line(1 - (to.radius + 12) / length), end);
  pen.restore();
}

function edgeWidth(edge) {
  return edge.kind === "folded" ? Math.min(6, 1.1 * Math.sqrt(edge.actions.length)) : 1.1;
}

function drawArrow(pen, from, to) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const size = 6 + pen.lineWidth;
  pen.beginPath();
  for (const turn of [0, 2.7, -2.7]) {
    const reach = turn ? size : 2;
    pen.lineTo(to.x + reach * Math.cos(angle + turn), to.y + reach * Math.sin(angle + turn));
  }
  pen.closePath();
  pen.fill();
}

/** Dots for who says it, dashes for what is no fact, a line for the rest. */
function dashesOf(edge) {
  if (edge.kind === "claimant") return [1.5, 3.5];
  if (edge.kind !== "folded") return edge.dashes ? [6, 4] : [];
  return edge.actions.some((number) => store.nodes[number].detail.standing === "fact") ? [] : [6, 4];
}

/** The edges to label: those of the selected or hovered node, or all if asked for or if there are few. */
function labelledEdges(spots) {
  if (state.labels === "none") return [];
  const { edges } = drawing.window;
  const chosen = [state.selected?.node, drawing.hovered].filter((number) => number !== undefined && number !== null);
  const all = state.labels === "all" || (edges.length <= 60 && !state.selected);
  const wanted = (edge) => isLitEdge(edge) && (all || state.selected?.pair || chosen.some((node) => touches(edge, node)));
  return edges.filter(wanted).map((edge) => {
    const [from, to] = [spots.get(edge.from), spots.get(edge.to)];
    const room = Math.hypot(to.x - from.x, to.y - from.y) - from.radius - to.radius;
    return { line: curve(edge, from, to), room, text: edgeWords(edge) };
  });
}

function edgeWords(edge) {
  if (edge.kind !== "folded") return edge.label ? shorten(clean(edge.label), 26) : word("roles", edge.kind);
  const [first, ...more] = edge.actions.map((number) => actionWords(store.nodes[number]));
  return shorten(first, 26) + (more.length ? ` +${more.length}` : "");
}

/** The words of an action, with `not` before them where it is denied. */
function actionWords(node) {
  return node.detail.negative ? `${say("not")} ${node.name}` : node.name;
}
