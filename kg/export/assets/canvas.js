// The canvas: vis-network holds the nodes drawn and moves the view; what is painted is in picture.js.

const NOTHING = { nodes: [], edges: [], total: 0, limit: 0 };
const drawing = { network: null, nodes: null, window: NOTHING, spots: [], lit: null, hovered: null, upright: false, arranged: new Map() };

function startCanvas() {
  drawing.nodes = new vis.DataSet();
  drawing.network = new vis.Network(byId("canvas"), { nodes: drawing.nodes, edges: [] }, canvasOptions());
  const { network } = drawing;
  network.on("click", ({ pointer }) => pick(clicked(pointer.DOM)));
  network.on("dragEnd", ({ nodes }) => keepPlaces(nodes));
  network.on("beforeDrawing", (pen) => paint(pen, byId("canvas").querySelector("canvas")));
  const pointed = (event) => nodeAt({ x: event.offsetX, y: event.offsetY });
  byId("canvas").addEventListener("mousemove", (event) => hover(pointed(event)));
  byId("canvas").addEventListener("dblclick", (event) => focusOn(pointed(event)));
  byId("canvas").addEventListener("mouseleave", () => hover(null));
  new ResizeObserver(onResize).observe(byId("canvas"));
}

function canvasOptions() {
  const nothing = () => ({ drawNode: () => {}, nodeDimensions: { width: 26, height: 26 } });
  return {
    physics: false,
    interaction: { hover: false, keyboard: false, selectable: true, zoomSpeed: 0.7 },
    nodes: { shape: "custom", ctxRenderer: nothing, chosen: false },
  };
}

/** Brings the picture in step with the state. */
function renderCanvas(change) {
  if (Object.keys(change).some((key) => key !== "selected")) placeNodes(currentWindow());
  drawing.lit = litNodes();
  if (["focus", "folded", "view", "read"].some((key) => key in change)) fitSoon();
  else redrawSoon();
}

function placeNodes(next) {
  drawing.window = NOTHING;
  drawing.nodes.clear();
  drawing.arranged = isArranged(next) ? arranged(next) : new Map();
  drawing.nodes.add(next.nodes.map((id) => ({ id, ...placeOf(id) })));
  drawing.window = next;
}

/** Whether the places that were worked out for the whole graph would leave the nodes of this window too far apart. */
function isArranged({ nodes, limit }) {
  if (state.view === "article") return store.documents.length > 1;
  return state.focus ? store.nodes.length > limit : store.nodes.length > 4 * LIMIT && nodes.length < store.nodes.length;
}

/** Where a node stands: as laid out, with x and y exchanged where the canvas is much higher than wide. */
function placeOf(number) {
  const { x, y } = drawing.arranged.get(number) || store.nodes[number];
  return drawing.upright ? { x: y, y: x } : { x, y };
}

function keepPlaces(nodes) {
  const places = drawing.network.getPositions(nodes);
  for (const number of nodes) {
    const { x, y } = places[number];
    Object.assign(drawing.arranged.get(number) || store.nodes[number], drawing.upright ? { x: y, y: x } : { x, y });
  }
}

function onResize() {
  const { clientWidth, clientHeight } = byId("canvas");
  if (clientWidth === 0) return;
  const upright = clientHeight > clientWidth * 1.25;
  if (upright !== drawing.upright || limit() !== drawing.window.limit) {
    drawing.upright = upright;
    placeNodes(currentWindow());
    renderCounter();
  }
  fitSoon();
}

// Pointing ---------------------------------------------------------------------------------------------------------

const REACH = 13;

/** The number of the node at a point of the screen, or null: the nearest within its radius or REACH pixels. */
function nodeAt({ x, y }) {
  const near = drawing.spots
    .map((spot) => ({ id: spot.id, distance: Math.hypot(spot.x - x, spot.y - y) - Math.max(spot.radius, REACH) }))
    .filter(({ distance }) => distance <= 0)
    .sort((a, b) => a.distance - b.distance);
  return near.length ? near[0].id : null;
}

/** What a click selects: a node, or the actions of the line between two, or nothing. */
function clicked(point) {
  const node = nodeAt(point);
  if (node !== null) return { node };
  const edge = edgeAt(point);
  if (!edge) return null;
  if (edge.kind === "folded") return { pair: [edge.from, edge.to], actions: edge.actions };
  return { node: isAction(edge.to) ? edge.to : edge.from };
}

function edgeAt({ x, y }) {
  const spots = new Map(drawing.spots.map((spot) => [spot.id, spot]));
  return drawing.window.edges.find((edge) => {
    const line = curve(edge, spots.get(edge.from), spots.get(edge.to));
    return [...Array(21).keys()].some((step) => {
      const point = line(step / 20);
      return Math.hypot(point.x - x, point.y - y) < 7;
    });
  });
}

function hover(number) {
  if (drawing.hovered === number) return;
  drawing.hovered = number;
  byId("canvas").classList.toggle("pointing", number !== null);
  lightMarks();
  redrawSoon();
}

function focusOn(number) {
  if (number !== null) update({ focus: { node: number, steps: state.folded ? 1 : 2 }, selected: { node: number } });
}

// Moving about -----------------------------------------------------------------------------------------------------

let fitting = 0;
let redrawing = 0;

function redrawSoon() {
  cancelAnimationFrame(redrawing);
  redrawing = requestAnimationFrame(() => drawing.network.redraw());
}

function fitSoon() {
  cancelAnimationFrame(fitting);
  fitting = requestAnimationFrame(fit);
}

/** Brings all that is drawn into view, labels included. */
function fit() {
  const places = drawing.window.nodes.map(placeOf);
  const { clientWidth, clientHeight } = byId("canvas");
  if (places.length === 0 || clientWidth === 0) return;
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
  const [above, below] = [hasIslands() ? 80 : 40, 90];
  const across = (clientWidth - Math.min(160, clientWidth / 4)) / Math.max(right - left, 1);
  const down = (clientHeight - above - below) / Math.max(bottom - top, 1);
  const scale = Math.max(0.02, Math.min(across, down, 1.4));
  moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + (below - above) / 2 / scale }, scale });
}

function zoom(factor) {
  moveTo({ scale: Math.max(0.02, Math.min(5, drawing.network.getScale() * factor)) });
}

/** Brings a node into the middle if it is near the border or out of sight, or closer than `least` if it is far. */
function reveal(number, least = 0) {
  if (state.view !== "graph" || !drawing.window.nodes.includes(number)) return;
  const { x, y } = drawing.network.canvasToDOM(placeOf(number));
  const { clientWidth, clientHeight } = byId("canvas");
  const scale = Math.max(least, drawing.network.getScale());
  const isInside = x > 60 && y > 60 && x < clientWidth - 60 && y < clientHeight - 60;
  if (!isInside || scale > drawing.network.getScale()) moveTo({ position: placeOf(number), scale });
}

function moveTo(view) {
  drawing.network.moveTo({ ...view, animation: calmness.matches ? false : { duration: 250 } });
}
