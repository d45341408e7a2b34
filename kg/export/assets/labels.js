// Labels never lie on top of another: the most important ones get a place first, the rest wait for a closer view.

const LABEL_SIZE = 13;
const LINE = 15;
const WRAP = 20;

/** Draws labels of nodes and edges; `spots` are the nodes drawn, the most important first. */
function drawLabels(pen, { clientWidth, clientHeight }, spots, lines, islands) {
  const labels = new Boxes(clientWidth, clientHeight);
  const symbols = new Boxes(clientWidth, clientHeight);
  for (const { x, y, radius, action } of spots) {
    (action ? symbols : labels).add(x - radius, y - radius, radius * 2, radius * 2);
  }
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  for (const island of islands) drawTitle(pen, island, labels);
  for (const spot of spots) drawNodeLabel(pen, spot, labels, symbols);
  for (const line of lines) drawEdgeLabel(pen, line, labels, symbols);
}

/** Draws a label where nothing lies; failing that, an actor's may cover actions, and the chosen one's anything. */
function drawNodeLabel(pen, spot, labels, symbols) {
  pen.font = labelFont(spot);
  const rows = wrapped(spot.name);
  const width = Math.max(...rows.map((row) => pen.measureText(row).width)) + 4;
  const height = rows.length * LINE;
  const every = labelPlaces(spot, width, height);
  const places = every.filter(([x, y]) => labels.isFree(x, y, width, height));
  const empty = places.find(([x, y]) => symbols.isFree(x, y, width, height));
  const place = empty || (spot.action ? null : places[0]) || (spot.strong ? every[0] : null);
  if (!place) return;
  labels.add(place[0], place[1], width, height);
  const color = spot.faint ? theme.muted : theme.ink;
  rows.forEach((row, number) => writeRow(pen, row, place[0] + width / 2, place[1] + (number + 0.5) * LINE, color));
}

/** The title of an article above the ground that its nodes stand on, in at most two rows. */
function drawTitle(pen, { home, left, right, top }, labels) {
  pen.font = `600 ${LABEL_SIZE - 2}px ${theme.font}`;
  const rows = titleRows(pen, store.titles[home], Math.max(130, right - left + 50));
  const width = Math.max(...rows.map((row) => pen.measureText(row).width));
  const height = rows.length * LINE;
  const start = (left + right) / 2 - width / 2;
  const free = [34, 26, 42, 50].find((up) => labels.isFree(start, top - up - height, width, height));
  if (free === undefined) return;
  labels.add(start, top - free - height, width, height);
  rows.forEach((row, number) => {
    writeRow(pen, row, start + width / 2, top - free - height + (number + 0.5) * LINE, theme.muted);
  });
}

/** The words of a title in one row of `room` pixels, or two, the second cut where it is too long. */
function titleRows(pen, title, room) {
  const fits = (text) => pen.measureText(text).width <= room;
  const words = shorten(title, 90).split(" ");
  let count = words.length;
  while (count > 1 && !fits(words.slice(0, count).join(" "))) count -= 1;
  const [first, rest] = [words.slice(0, count).join(" "), words.slice(count).join(" ")];
  let length = rest.length;
  while (length > 3 && !fits(shorten(rest, length))) length -= 1;
  return rest ? [first, shorten(rest, length)] : [first];
}

function labelFont({ strong, action }) {
  return `${strong ? "600 " : ""}${action ? "italic " : ""}${action ? LABEL_SIZE - 1 : LABEL_SIZE}px ${theme.font}`;
}

/** Upper left corners to try: below, above, right, left of the symbol, then aslant. */
function labelPlaces({ x, y, radius }, width, height) {
  const gap = radius + 3;
  const [near, far] = [gap * 0.7, gap * 0.7 + width];
  return [
    [x - width / 2, y + gap],
    [x - width / 2, y - gap - height],
    [x + gap, y - height / 2],
    [x - gap - width, y - height / 2],
    [x + near, y + near - 4],
    [x - far, y + near - 4],
    [x + near, y - near - height + 4],
    [x - far, y - near - height + 4],
  ];
}

function drawEdgeLabel(pen, { line, room, text }, labels, symbols) {
  pen.font = `${LABEL_SIZE - 2}px ${theme.font}`;
  const width = pen.measureText(text).width + 4;
  if (room < Math.min(width, 40) + 12) return;
  for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const { x, y } = line(part);
    const box = [x - width / 2, y - 7, width, 14];
    if (!labels.isFree(...box) || !symbols.isFree(...box)) continue;
    labels.add(...box);
    pen.fillStyle = theme.paper;
    pen.fillRect(...box);
    writeRow(pen, text, x, y, theme.muted);
    return;
  }
}

function writeRow(pen, text, x, y, color) {
  pen.strokeStyle = theme.paper;
  pen.lineWidth = 4;
  pen.strokeText(text, x, y);
  pen.fillStyle = color;
  pen.fillText(text, x, y);
}

/** A name in at most two rows of about WRAP letters. */
function wrapped(name) {
  if (name.length <= WRAP) return [name];
  const space = name.lastIndexOf(" ", WRAP);
  const cut = space > 0 ? space : WRAP;
  return [name.slice(0, cut), shorten(name.slice(cut).trim(), WRAP)];
}

/** Rectangles in use, in a grid of cells so that only near ones are compared; no label may be cut by the border. */
class Boxes {
  constructor(width, height) {
    Object.assign(this, { width, height, cells: new Map() });
  }

  add(x, y, width, height) {
    for (const cell of this.near(x, y, width, height)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push([x, y, x + width, y + height]);
    }
  }

  isFree(x, y, width, height) {
    if (x < 0 || y < 0 || x + width > this.width || y + height > this.height) return false;
    const hits = ([left, top, right, bottom]) => x < right && x + width > left && y < bottom && y + height > top;
    return this.near(x, y, width, height).every((cell) => !(this.cells.get(cell) || []).some(hits));
  }

  near(x, y, width, height) {
    const cells = [];
    for (let column = Math.floor(x / 80); column <= Math.floor((x + width) / 80); column += 1) {
      for (let row = Math.floor(y / 80); row <= Math.floor((y + height) / 80); row += 1) cells.push(`${column} ${row}`);
    }
    return cells;
  }
}
