// The overview map: a dot for every node that passes the filters, and a frame round what the picture shows.

const DOT = 1.6;
const map = { scale: 1, left: 0, top: 0 };

function startMap() {
  byId("map").addEventListener("click", ({ offsetX, offsetY }) => choose(nearestDot(offsetX, offsetY)));
}

/** Draws the dots anew where the picture shows only a part of them. */
function renderMap() {
  const { nodes, total } = drawing.window;
  byId("map").hidden = nodes.length >= total || state.view !== "graph" || state.folded;
  if (byId("map").hidden) return;
  const sheet = byId("map").querySelector("canvas");
  const pen = sheet.getContext("2d");
  measureMap(sheet);
  pen.clearRect(0, 0, sheet.width, sheet.height);
  drawDots(pen, wantedNodes(), theme.edge);
  drawDots(pen, nodes, theme.link);
}

/** Works out where the places of all nodes lie on the map. */
function measureMap({ width, height }) {
  const places = wantedNodes().map((number) => store.nodes[number]);
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const extent = (values) => values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
  const [[left, right], [top, bottom]] = [extent(xs), extent(ys)];
  map.scale = Math.min((width - 8) / Math.max(right - left, 1), (height - 8) / Math.max(bottom - top, 1));
  map.left = left - (width / map.scale - (right - left)) / 2;
  map.top = top - (height / map.scale - (bottom - top)) / 2;
}

function onMap({ x, y }) {
  return [(x - map.left) * map.scale, (y - map.top) * map.scale];
}

function drawDots(pen, numbers, color) {
  pen.fillStyle = color;
  for (const number of numbers) {
    const [x, y] = onMap(store.nodes[number]);
    pen.fillRect(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }
}

/** Puts the frame round the part of the map that is in view; none where the window was laid out anew. */
function frameMap() {
  if (byId("map").hidden) return;
  const frame = byId("map").querySelector("i");
  frame.hidden = drawing.arranged.size > 0 || drawing.upright;
  const { clientWidth, clientHeight } = byId("canvas");
  const corners = [[0, 0], [clientWidth, clientHeight]].map(([x, y]) => onMap(drawing.network.DOMtoCanvas({ x, y })));
  const [[left, top], [right, bottom]] = corners;
  Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
}

function nearestDot(x, y) {
  let best = { number: null, distance: Infinity };
  for (const number of wantedNodes()) {
    const [across, down] = onMap(store.nodes[number]);
    const distance = Math.hypot(across - x, down - y);
    if (distance < best.distance) best = { number, distance };
  }
  return best.number;
}
