// The table: the same content as the picture, a row for every action.

const ROWS = 300;
const COLUMNS = ["who", "did", "whom", "when", "standing", "date", "told", "sentence"];
const order = { column: "date", down: false };

/** The columns to show: of a single article, it goes without saying where something is told. */
function shownColumns() {
  return store.documents.length > 1 ? COLUMNS : COLUMNS.filter((column) => column !== "told");
}

function renderTable() {
  if (state.view !== "table") return;
  const rows = tableRows().sort((a, b) => compareRows(a, b));
  const body = make("tbody", {}, ...rows.slice(0, ROWS).map(tableRow));
  const rest = rows.length > ROWS ? [make("p", { class: "hint", text: say("tableRest", { n: ROWS, total: rows.length }) })] : [];
  const none = rows.length === 0 ? [make("p", { class: "hint", text: say("nothingFound") })] : [];
  fill(byId("table"), make("table", {}, tableHead(), body), ...rest, ...none);
}

/** The actions to list: those that pass the filters, and with a selection those that it takes part in. */
function tableRows() {
  const { focus } = state;
  const near = focus ? new Set(around(focus, openGraph(new Set(wantedNodes())))) : null;
  return wantedActions()
    .filter((number) => !near || near.has(number))
    .map(rowOf);
}

function rowOf(number) {
  const node = store.nodes[number];
  const { roles, standing, evidence, claimant, said, times } = node.detail;
  const agents = roles.filter(([role]) => role === "agent");
  const others = roles.filter(([role]) => role !== "agent");
  const [article, , sentence] = store.sentences[evidence[0][0]];
  const speaker = claimant === null ? clean(said) : store.nodes[claimant].name;
  return { number, node, agents, others, times, standing, sentence, speaker, article: store.documents[article] };
}

function compareRows(a, b) {
  const sign = order.down ? -1 : 1;
  return sign * cellText(a, order.column).localeCompare(cellText(b, order.column), state.language, { numeric: true }) || a.number - b.number;
}

/** The text of one cell, for sorting and for CSV. */
function cellText(row, column) {
  const names = (parts) => parts.map(([, entity, text]) => (entity === null ? clean(text) : store.nodes[entity].name));
  switch (column) {
    case "who":
      return names(row.agents).join(", ");
    case "did":
      return actionWords(row.node);
    case "whom":
      return names(row.others).map((name, number) => `${roleWords(row.others[number])}: ${name}`).join("; ");
    case "when":
      return row.times.map(([text, value]) => value || clean(text)).join("; ");
    case "standing":
      return word("standings", row.standing) + (row.speaker ? ` (${row.speaker})` : "");
    case "date":
      return row.article.published;
    case "told":
      return reachWords(row.node.detail.reach);
    default:
      return clean(row.sentence);
  }
}

function tableHead() {
  const cells = shownColumns().map((column) => {
    const down = order.column === column && !order.down;
    const click = () => {
      Object.assign(order, { column, down });
      renderTable();
    };
    const arrow = order.column === column ? (order.down ? " ↓" : " ↑") : "";
    const sorted = order.column === column ? (order.down ? "descending" : "ascending") : undefined;
    const button = make("button", { type: "button", text: say(column) + arrow, on: { click } });
    return make("th", { scope: "col", "aria-sort": sorted }, button);
  });
  return make("thead", {}, make("tr", {}, ...cells));
}

function tableRow(row) {
  const others = row.others.map((part) => make("div", {}, make("span", { class: "tag", text: roleWords(part) }), " ", participant(part)));
  const verb = make("button", { type: "button", class: "verb", text: actionWords(row.node), on: { click: () => select(row.number) } });
  const speaker = row.speaker ? make("div", { class: "tag", text: shorten(row.speaker, 40) }) : null;
  const quote = marked(row.sentence, row.node.detail.evidence[0][1].map((span) => [...span, "verb"]));
  return make(
    "tr",
    { class: state.selected?.node === row.number ? "chosen" : undefined },
    make("td", {}, ...joined(row.agents.map(participant), ", ")),
    make("td", {}, verb),
    make("td", {}, ...others),
    make("td", {}, ...row.times.map((time) => make("div", { text: timeWords(time) }))),
    make("td", { class: "how" }, symbolElement("Action", row.standing), ` ${word("standings", row.standing)}`, speaker),
    make("td", { text: dateWords(row.article.published) }),
    ...(store.documents.length > 1 ? [make("td", { text: reachWords(row.node.detail.reach) })] : []),
    make("td", { class: "sentence", lang: row.article.language }, ...quote),
  );
}
