// A pen that writes SVG: it takes the calls of a canvas that the picture makes, so that both show the same.

class SvgPen {
  constructor(width, height) {
    Object.assign(this, { width, height, marks: [], path: [], stack: [], clips: 0 });
    this.style = { matrix: [1, 0, 0, 1, 0, 0], globalAlpha: 1, clip: "", dash: [] };
    Object.assign(this, { fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, font: "", textAlign: "start", lineJoin: "miter" });
    this.ruler = document.createElement("canvas").getContext("2d");
  }

  get globalAlpha() {
    return this.style.globalAlpha;
  }

  set globalAlpha(value) {
    this.style.globalAlpha = value;
  }

  save() {
    const { fillStyle, strokeStyle, lineWidth, font } = this;
    this.stack.push({ style: { ...this.style }, fillStyle, strokeStyle, lineWidth, font });
  }

  restore() {
    Object.assign(this, this.stack.pop());
  }

  /** The picture sets the ratio of the screen's pixels only, which a drawing without pixels does not have. */
  setTransform() {
    this.style.matrix = [1, 0, 0, 1, 0, 0];
  }

  translate(x, y) {
    const [a, b, c, d, e, f] = this.style.matrix;
    this.style.matrix = [a, b, c, d, e + x, f + y];
  }

  setLineDash(dash) {
    this.style.dash = dash;
  }

  beginPath() {
    this.path = [];
  }

  moveTo(x, y) {
    this.path.push(`M${round(x)} ${round(y)}`);
  }

  lineTo(x, y) {
    this.path.push(`${this.path.length ? "L" : "M"}${round(x)} ${round(y)}`);
  }

  quadraticCurveTo(cx, cy, x, y) {
    this.path.push(`Q${round(cx)} ${round(cy)} ${round(x)} ${round(y)}`);
  }

  arc(x, y, radius) {
    this.ellipse(x, y, radius, radius);
  }

  ellipse(x, y, across, down) {
    const half = `${round(across)} ${round(down)} 0 1 0`;
    this.path.push(`M${round(x - across)} ${round(y)}A${half} ${round(x + across)} ${round(y)}A${half} ${round(x - across)} ${round(y)}Z`);
  }

  rect(x, y, width, height) {
    this.path.push(`M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`);
  }

  roundRect(x, y, width, height, radius) {
    const r = Math.min(radius, width / 2, height / 2);
    const corner = (right, down) => `a${round(r)} ${round(r)} 0 0 1 ${round(right)} ${round(down)}`;
    const [across, along] = [round(width - 2 * r), round(height - 2 * r)];
    this.path.push(`M${round(x + r)} ${round(y)}h${across}${corner(r, r)}v${along}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-along}${corner(r, -r)}Z`);
  }

  closePath() {
    this.path.push("Z");
  }

  fill() {
    this.draw("path", { d: this.path.join(""), fill: this.fillStyle });
  }

  stroke() {
    const dash = this.style.dash.length ? { "stroke-dasharray": this.style.dash.map(round).join(" ") } : {};
    this.draw("path", { d: this.path.join(""), fill: "none", stroke: this.strokeStyle, "stroke-width": round(this.lineWidth), ...dash });
  }

  clip() {
    this.clips += 1;
    const path = element("path", { d: this.path.join(""), transform: this.place() });
    this.marks.push(element("clipPath", { id: `clip${this.clips}` }, path));
    this.style.clip = `url(#clip${this.clips})`;
  }

  fillRect(x, y, width, height) {
    this.draw("rect", { x: round(x), y: round(y), width: round(width), height: round(height), fill: this.fillStyle });
  }

  /** The seam round letters is drawn with them, by `fillText`. */
  strokeText() {}

  fillText(text, x, y) {
    this.ruler.font = this.font;
    const [, weight, size, family] = /^(.*?)([\d.]+px) (.*)$/.exec(this.font) || ["", "", "13px", "sans-serif"];
    this.draw("text", {
      x: round(x), y: round(y), fill: this.fillStyle, stroke: this.strokeStyle, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round",
      "text-anchor": "middle", "dominant-baseline": "central", "font-size": size, "font-family": family,
      "font-weight": weight.includes("600") ? 600 : undefined, "font-style": weight.includes("italic") ? "italic" : undefined,
    }, document.createTextNode(text));
  }

  measureText(text) {
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  place() {
    const [, , , , e, f] = this.style.matrix;
    return e || f ? `translate(${round(e)} ${round(f)})` : undefined;
  }

  draw(tag, attributes, ...children) {
    const { globalAlpha, clip } = this.style;
    const shape = element(tag, { ...attributes, transform: this.place(), opacity: globalAlpha < 1 ? globalAlpha : undefined }, ...children);
    this.marks.push(clip ? element("g", { "clip-path": clip }, shape) : shape);
  }

  /** The drawing as the text of a file. */
  text() {
    const { width, height } = this;
    const ground = element("rect", { width, height, fill: theme.paper });
    const title = element("title", {}, document.createTextNode(document.title));
    const root = element("svg", { width, height, viewBox: `0 0 ${width} ${height}` }, title, ground, ...this.marks);
    return new XMLSerializer().serializeToString(root);
  }
}

function round(number) {
  return Math.round(number * 100) / 100;
}

function element(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
