// Shapes of the nodes, drawn by the same functions on the canvas and in the legend.

const SYMBOLS = {
  dot: (pen, r) => pen.arc(0, 0, r, 0, 2 * Math.PI),
  circle: (pen, r) => pen.arc(0, 0, r * 0.8, 0, 2 * Math.PI),
  ellipse: (pen, r) => pen.ellipse(0, 0, r * 1.25, r * 0.75, 0, 0, 2 * Math.PI),
  square: (pen, r) => pen.rect(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8),
  box: (pen, r) => pen.rect(-r * 1.2, -r * 0.7, r * 2.4, r * 1.4),
  database: (pen, r) => pen.roundRect(-r * 0.7, -r, r * 1.4, r * 2, r * 0.5),
  diamond: (pen, r) => polygon(pen, r * 1.15, 4, -Math.PI / 2),
  hexagon: (pen, r) => polygon(pen, r * 1.1, 6, 0),
  triangle: (pen, r) => polygon(pen, r * 1.25, 3, -Math.PI / 2),
  triangleDown: (pen, r) => polygon(pen, r * 1.25, 3, Math.PI / 2),
  star: (pen, r) => polygon(pen, r * 1.25, 10, -Math.PI / 2, 0.5),
};

/** A regular polygon; with `inner`, every second corner lies at that part of the radius. */
function polygon(pen, radius, corners, turn, inner = 1) {
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = turn + (corner * 2 * Math.PI) / corners;
    const length = corner % 2 === 1 ? radius * inner : radius;
    pen.lineTo(Math.cos(angle) * length, Math.sin(angle) * length);
  }
  pen.closePath();
}

/**
 * Draws a symbol around the origin. A fact is filled; all else is an outline: with a dot in it for a claim, dashed for
 * a plan, half filled for a doubt, with a stroke through it for what did not happen, and a dot too for a denial.
 */
function drawSymbol(pen, { kind, radius, standing = "fact", line = 1 }) {
  const color = colorOf(kind);
  pen.beginPath();
  SYMBOLS[store.looks[kind].shape](pen, radius);
  pen.fillStyle = standing === "fact" ? color : theme.paper;
  pen.strokeStyle = standing === "fact" ? theme.paper : color;
  pen.lineWidth = standing === "fact" ? line : 1.6 * line;
  pen.setLineDash(standing === "plan" ? [2.2 * line, 1.8 * line] : []);
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
  if (standing === "doubt") drawHalf(pen, radius, color);
  if (standing === "claim" || standing === "denial") drawDot(pen, radius, color);
  if (standing === "negation" || standing === "denial") drawStroke(pen, radius, color, line);
  if (standing === "fact" && store.looks[kind].shape === "circle") drawDot(pen, radius, theme.paper);
}

function drawDot(pen, radius, color) {
  pen.beginPath();
  pen.arc(0, 0, radius * 0.35, 0, 2 * Math.PI);
  pen.fillStyle = color;
  pen.fill();
}

/** Fills the left half of the path that the pen holds. */
function drawHalf(pen, radius, color) {
  pen.save();
  pen.clip();
  pen.fillStyle = color;
  pen.fillRect(-2 * radius, -2 * radius, 2 * radius, 4 * radius);
  pen.restore();
}

function drawStroke(pen, radius, color, line) {
  pen.beginPath();
  pen.moveTo(-radius, radius);
  pen.lineTo(radius, -radius);
  pen.strokeStyle = color;
  pen.lineWidth = 1.8 * line;
  pen.stroke();
}

/** A small canvas with the symbol, for the legend, lists and the panel. */
function symbolElement(kind, standing = "fact") {
  const ratio = Math.max(2, window.devicePixelRatio || 1);
  const canvas = make("canvas", { class: "symbol", width: 18 * ratio, height: 18 * ratio, "aria-hidden": "true" });
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  pen.translate(9, 9);
  drawSymbol(pen, { kind, radius: 6, standing });
  return canvas;
}

// Colours ---------------------------------------------------------------------------------------------------------

const theme = {};
const darkness = window.matchMedia("(prefers-color-scheme: dark)");
const calmness = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Reads the colours of the style sheet, which knows dark from light. */
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "side", "ink", "muted", "link", "edge", "edge-strong", "halo", "font"]) {
    theme[name] = style.getPropertyValue(`--${name}`).trim();
  }
}

function colorOf(kind) {
  return darkness.matches ? store.looks[kind].dark : store.looks[kind].color;
}
