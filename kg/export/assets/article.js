// The article: its text with every name and verb marked, beside the part of the graph that it tells of.

const reader = { marks: new Map(), key: "" };

function startArticle() {
  const pointed = ({ target }) => hover(target.dataset?.node === undefined ? null : Number(target.dataset.node));
  byId("article").addEventListener("mouseover", pointed);
  byId("article").addEventListener("mouseleave", () => hover(null));
}

/** Opens the text of an article, or of the article in which the selected node is first told. */
function read(number = firstArticle()) {
  update({ view: "article", read: number });
}

function firstArticle() {
  const node = store.nodes[state.selected?.node];
  return !node || node.documents.includes(state.read) || node.documents.length === 0 ? state.read : node.documents[0];
}

function renderArticle() {
  const shown = state.view === "article";
  byId("article").hidden = !shown;
  if (!shown) return;
  const key = `${state.read} ${state.language} ${darkness.matches}`;
  if (key !== reader.key) writeArticle();
  reader.key = key;
  lightMarks();
  byId("article").querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
}

function writeArticle() {
  const { source, section = "", published, author, url, licence = "" } = store.documents[state.read];
  const rights = webAddress(licence) ? "" : clean(licence);
  const line = [clean(source), clean(section), clean(author), dateWords(published), rights].filter(Boolean).join(" · ");
  const outside = [[webAddress(url), "readArticle"], [webAddress(licence), "licence"]].filter(([href]) => href);
  const more = outside.flatMap(([href, words]) => [" · ", make("a", { href, rel: "noopener noreferrer", target: "_blank", text: say(words) })]);
  byId("article").replaceChildren(
    ...(store.documents.length > 1 ? [articleChoice()] : []),
    make("p", { class: "hint" }, line, ...more),
    ...copyLines(state.read),
    ...paragraphs(),
  );
  byId("article").scrollTop = 0;
  reader.marks = new Map();
  for (const mark of byId("article").querySelectorAll("[data-node]")) {
    const number = Number(mark.dataset.node);
    reader.marks.set(number, [...(reader.marks.get(number) || []), mark]);
  }
}

function articleChoice() {
  const choose = make("select", { "aria-label": say("article"), on: { change: ({ target }) => read(Number(target.value)) } });
  choose.append(...store.titles.map((title, value) => make("option", { value, text: shorten(title, 80), selected: value === state.read })));
  return choose;
}

/** The sentences of the article in paragraphs, its title as a heading. */
function paragraphs() {
  const found = [];
  const { language: lang } = store.documents[state.read];
  store.sentences.forEach(([article, , text, begins], number) => {
    if (article !== state.read) return;
    const isTitle = clean(text) === store.titles[article];
    if (begins || found.length === 0) found.push(make(isTitle ? "h2" : "p", { dir: "auto", lang }));
    found.at(-1).append(...markedSentence(number), " ");
  });
  const empty = found.every((paragraph) => paragraph.textContent.trim() === "");
  const title = found[0]?.tagName === "H2" ? [] : [make("h2", { dir: "auto", lang, text: store.titles[state.read] })];
  return [...title, ...(empty ? [make("p", { class: "hint", text: say("noText") })] : found)];
}

/** A sentence in pieces, where each piece links to the shortest name or verb that covers it. */
function markedSentence(number) {
  const letters = Array.from(store.sentences[number][2]);
  const marks = marksOf(number);
  const cuts = [...new Set([0, letters.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, place) => {
    const start = cuts[place];
    const text = letters.slice(start, end).join("");
    const owner = marks.find((mark) => mark.start <= start && end <= mark.end);
    return owner ? markLink(owner, text) : text;
  });
}

/** The names and verbs of a sentence, the shortest first. */
function marksOf(sentence) {
  const names = store.named[sentence].map(([node, start, end]) => ({ node, start, end, kind: "part" }));
  const verbs = store.told[sentence].flatMap((node) => {
    const evidence = store.nodes[node].detail.evidence.filter(([number]) => number === sentence);
    return evidence.flatMap(([, spans]) => spans.map(([start, end]) => ({ node, start, end, kind: "verb" })));
  });
  return [...names, ...verbs].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || a.node - b.node);
}

function markLink({ node, kind }, text) {
  const click = (event) => {
    event.preventDefault();
    select(node);
  };
  const mark = make("a", { class: `mark ${kind}`, href: addressOf(store.nodes[node].key), "data-node": node, text, on: { click } });
  mark.style.textDecorationColor = colorOf(store.nodes[node].group);
  return mark;
}

/** Marks in the text what is selected or pointed at in the picture. */
function lightMarks() {
  if (state.view !== "article") return;
  for (const [number, marks] of reader.marks) {
    for (const mark of marks) {
      mark.classList.toggle("chosen", state.selected?.node === number);
      mark.classList.toggle("hot", drawing.hovered === number);
    }
  }
}
