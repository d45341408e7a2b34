// What the reader can take away: the picture as PNG or SVG, the table as CSV.

function downloadPicture() {
  const source = byId("canvas").querySelector("canvas");
  const copy = make("canvas", { width: source.width, height: source.height });
  const pen = copy.getContext("2d");
  pen.fillStyle = theme.paper;
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(source, 0, 0);
  copy.toBlob((blob) => save(blob, "graph.png"));
}

function downloadDrawing() {
  const { clientWidth, clientHeight } = byId("canvas");
  const pen = new SvgPen(clientWidth, clientHeight);
  paint(pen, { width: clientWidth, clientWidth, clientHeight });
  save(new Blob([pen.text()], { type: "image/svg+xml" }), "graph.svg");
}

function downloadTable() {
  const shown = shownColumns();
  const columns = [...shown, "article", "source"];
  const rows = tableRows().map((row) => [
    ...shown.map((column) => cellText(row, column)),
    clean(row.article.title),
    clean(row.article.source),
  ]);
  const lines = [columns.map((column) => say(column)), ...rows].map((cells) => cells.map(csvCell).join(","));
  save(new Blob(["\ufeff", lines.join("\r\n"), "\r\n"], { type: "text/csv" }), "graph.csv");
}

/** A cell in quotes; text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(text) {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
