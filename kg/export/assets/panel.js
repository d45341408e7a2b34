// The panel: who did what, by date, each with its sentence.

const FIRST = 40;

function renderPanel() {
  const { selected } = state;
  const panel = byId("panel-content");
  const hadFocus = panel.contains(document.activeElement);
  if (!selected) panel.replaceChildren(...overview());
  else if (selected.pair) panel.replaceChildren(...pairPanel(selected));
  else panel.replaceChildren(...nodePanel(store.nodes[selected.node]));
  if (hadFocus) byId("panel").focus();
  byId("panel").scrollTop = 0;
  byId("panel").classList.toggle("empty", !selected);
}

function overview() {
  const wanted = new Set(wantedNodes());
  const top = store.nodes
    .filter((node) => !isAction(node.id) && wanted.has(node.id) && node.actions.length > 0)
    .sort((a, b) => b.actions.length - a.actions.length || a.id - b.id)
    .slice(0, 8);
  const actions = wantedActions();
  return [
    make("h2", { text: say("overview") }),
    make("p", { class: "hint", text: say(actions.length || top.length ? "overviewHint" : "nothingFound") }),
    ...(top.length ? [make("h3", { text: say("mostActive") }), make("ul", { class: "names" }, ...top.map(topRow))] : []),
    ...actionList(say("whoDidWhat"), byDate(actions)),
  ];
}

function topRow(node) {
  const count = make("span", { class: "count", text: say("actionCount", { n: node.actions.length }) });
  return make("li", {}, symbolElement(node.group), nameLink(node.id), ...tellingApart(node), count);
}

// What tells somebody from another of the same name: a function, or else another name; nothing where no one has it.
function tellingApart(node) {
  const isShared = store.nodes.some((other) => other.name === node.name && other.id !== node.id && !isAction(other.id));
  const [[told] = []] = node.detail.functions;
  const words = told ?? node.detail.aliases[0];
  return isShared && words ? [make("bdi", { class: "count", text: words })] : [];
}

function pairPanel({ pair, actions }) {
  const [from, to] = pair.map((number) => nameLink(number));
  return [make("h2", {}, from, " → ", to), ...actionList(say("whoDidWhat"), byDate(actions))];
}

function nodePanel(node) {
  return isAction(node.id) ? actionPanel(node) : entityPanel(node);
}

// One actor or place -------------------------------------------------------------------------------------------

function entityPanel(node) {
  const actions = byDate(node.actions);
  const told = new Set(actions.flatMap((number) => store.nodes[number].detail.evidence.map(([sentence]) => sentence)));
  const rest = node.detail.mentions.filter(([sentence]) => !told.has(sentence));
  return [
    make("h2", {}, make("bdi", { text: node.name })),
    make("p", { class: "kind" }, symbolElement(node.group), word("kinds", node.group)),
    ...reachLines(node.detail),
    ...facts(node),
    panelButtons(node),
    ...actionList(say("whoDidWhat"), actions),
    ...mentionList(rest),
  ];
}

/** Other names, functions, groups and members, as far as known. */
function facts(node) {
  const { aliases, functions, groups, complete, wholes, countries, links } = node.detail;
  const members = store.nodes.filter((other) => !isAction(other.id) && other.detail.groups.includes(node.id));
  const held = functions.map(([value, place]) => joined([clean(value), place === null ? null : nameLink(place)], " – "));
  return [
    aliases.length ? factRow("alsoCalled", [aliases.map(clean).join(", ")]) : null,
    held.length ? factRow("functions", joined(held, ", ")) : null,
    groups.length ? factRow("memberOf", joined(groups.map(nameLink), ", ")) : null,
    wholes.length ? factRow("partOf", joined(wholes.map(nameLink), ", ")) : null,
    countries.length ? factRow("country", joined(countries.map(nameLink), ", ")) : null,
    members.length ? factRow(complete ? "allMembers" : "members", joined(members.map(({ id }) => nameLink(id)), ", ")) : null,
    links.some(webAddress) ? factRow("elsewhere", joined(links.filter(webAddress).map(outsideLink), ", ")) : null,
  ].filter(Boolean);
}

function outsideLink(address) {
  return make("a", { href: address, rel: "noopener noreferrer", target: "_blank", text: shorten(clean(address.replace(/^https?:\/\//i, "")), 60) });
}

function factRow(key, content) {
  return make("p", { class: "known" }, make("span", { class: "tag", text: say(key) }), " ", ...content.flat(2));
}

function joined(parts, between) {
  return parts.filter((part) => part !== null).flatMap((part, number) => (number ? [between, part] : [part]));
}

function panelButtons(node) {
  const focus = (steps) => () => update({ focus: { node: node.id, steps }, view: "graph" });
  return make(
    "div",
    { class: "buttons" },
    make("button", { type: "button", id: "neighbours", text: say("neighbours"), on: { click: focus(state.folded ? 1 : 2) } }),
    make("button", { type: "button", text: say("twoSteps"), on: { click: focus(state.folded ? 2 : 4) } }),
    make("button", { type: "button", text: say("routeFrom"), on: { click: () => startRoute(node.id) } }),
    make("button", { type: "button", text: say("hide"), on: { click: () => hide(node.id) } }),
  );
}

function hide(number) {
  update({ hidden: [...state.hidden, number], selected: null });
}

function mentionList(mentions) {
  if (mentions.length === 0) return [];
  const row = ([sentence, start, end]) => quoteOf(sentence, [[start, end, "part"]]);
  return [make("h3", { text: say("alsoMentioned") }), ...limited(mentions, row)];
}

// Actions ------------------------------------------------------------------------------------------------------

function actionPanel(node) {
  const { roles, claimant, times, predicate } = node.detail;
  const rows = roles.map((part) => [roleWords(part), part[1] === null ? clean(part[2]) : nameLink(part[1])]);
  if (claimant !== null) rows.push([word("roles", "claimant"), nameLink(claimant)]);
  for (const time of times) rows.push([say("when"), timeWords(time)]);
  return [
    make("h2", {}, make("bdi", { text: actionWords(node) })),
    make("p", { class: "kind" }, symbolElement(node.group, node.detail.standing), word("kinds", node.group), ` · ${clean(predicate)}`),
    badges(node.detail),
    make("dl", { class: "roles" }, ...rows.flatMap(([key, value]) => [make("dt", { text: key }), make("dd", {}, value)])),
    ...reachLines(node.detail),
    ...node.detail.evidence.map(evidenceQuote),
    make("div", { class: "buttons" }, make("button", { type: "button", text: say("inText"), on: { click: () => read() } })),
    ...otherTellings(node.id),
  ];
}

/** The word for a role, with the preposition that the text has for it. */
function roleWords([role, , , preposition]) {
  return word("roles", role) + (preposition ? ` (${clean(preposition)})` : "");
}

function actionList(title, numbers) {
  const row = (number) => make("article", { class: "told" }, ...actionCard(store.nodes[number]));
  return numbers.length ? [make("h3", { text: title }), ...limited(numbers, row)] : [];
}

function actionCard(node) {
  return [headline(node), badges(node.detail), ...node.detail.evidence.slice(0, 3).map(evidenceQuote)];
}

/** Who, the verb, and the others with their role, as one line. */
function headline(node) {
  const { roles } = node.detail;
  const doers = roles.filter(([role]) => role === "agent");
  const first = doers.length ? doers : roles.filter(([role]) => role === "patient");
  const rest = roles.filter((part) => !first.includes(part) && part[0] !== "time");
  const kinds = [...new Set(rest.map(([role]) => role))];
  const verb = make("button", { type: "button", class: "verb", text: actionWords(node), on: { click: () => select(node.id) } });
  return make("p", { class: "headline" }, ...joined(first.map(participant), ", "), " ", verb, ...kinds.flatMap((role) => withRole(role, rest.filter((part) => part[0] === role))));
}

/** The participants in one role, with a word for it where it is not the plain object: the text's own preposition, or ours. */
function withRole(role, parts) {
  const plain = role === "patient" || role === "theme" ? "" : word("roles", role);
  const words = clean(parts[0][3]) || plain;
  const tag = words ? [make("span", { class: "tag", text: words }), " "] : [];
  return [" ", ...tag, ...joined(parts.map(participant), ", ")];
}

function participant([, entity, text]) {
  return entity === null ? make("bdi", { text: shorten(clean(text), 80) }) : nameLink(entity);
}

/** Who says or denies it: a name that leads to its panel, or the words of the text. */
function speakerName(entity, text) {
  return entity === null ? make("q", {}, make("bdi", { text: shorten(clean(text), 60) })) : nameLink(entity);
}

/** How sure it is and who says so, in words; nothing for a plain fact. */
function badges({ standing, certainty, modality, claimant, said, denied, times }) {
  const list = [];
  if (standing !== "fact") list.push(make("span", { class: `badge ${standing}`, text: word("standings", standing) }));
  if (claimant !== null || said) {
    list.push(make("span", {}, `${say("accordingTo")} `, speakerName(claimant, said)));
  }
  for (const [entity, text] of denied) list.push(make("span", {}, `${say("deniedBy")} `, speakerName(entity, text)));
  if (modality) list.push(make("span", { text: modalityWords(modality, certainty) }));
  if (certainty) list.push(make("span", { text: word("certainties", certainty) }));
  for (const time of times) list.push(make("span", { text: timeWords(time) }));
  return make("p", { class: "badges" }, ...joined(list, " · "));
}

/** In which way it is told; `zou hebben` is hearsay or has a condition, and is possible at most. */
function modalityWords(modality, certainty) {
  return modality === "conditional" && certainty === "possible" ? say("hearsay") : word("modalities", modality);
}

/** A time in the words of the text, and the date that they mean. */
function timeWords([text, value]) {
  const date = /^\d{4}/.test(value) ? dateWords(value) : "";
  return date && date !== clean(text) ? `${clean(text)} (${date})` : clean(text);
}

function evidenceQuote([sentence, verbs, names]) {
  return quoteOf(sentence, [...verbs.map((span) => [...span, "verb"]), ...names.map((span) => [...span, "part"])]);
}

/** A sentence with its marks, and where it was printed. */
function quoteOf(number, marks) {
  const [article, , text] = store.sentences[number];
  const { source, published, url, language } = store.documents[article];
  const title = make("q", { lang: language }, make("bdi", { text: shorten(store.titles[article], 90) }));
  const place = joined([clean(source) || null, title, published ? dateWords(published) : null], " · ");
  const link = webAddress(url);
  if (link) place.push(" · ", make("a", { href: link, rel: "noopener noreferrer", target: "_blank", text: say("readArticle") }));
  const quote = text ? make("blockquote", { lang: language }, ...marked(text, marks)) : null;
  return make("figure", {}, quote, make("figcaption", {}, ...place));
}

/** The address if it is a plain web address, else nothing. */
function webAddress(url) {
  return /^https?:\/\/[^\s]+$/i.test(url) ? url : "";
}

/** Pieces of `text` with the spans marked; of overlapping spans the first one wins. */
function marked(text, marks) {
  const pieces = [];
  let done = 0;
  for (const [start, end, kind] of [...marks].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (start < done) continue;
    pieces.push(slice(text, done, start), make("mark", { class: kind, text: slice(text, start, end) }));
    done = end;
  }
  return [...pieces, slice(text, done)];
}

// Parts --------------------------------------------------------------------------------------------------------

/** The name of a node as a link to it. */
function nameLink(number) {
  const { name, key } = store.nodes[number];
  const click = (event) => {
    event.preventDefault();
    select(number);
  };
  return make("a", { class: "name", href: addressOf(key), on: { click } }, make("bdi", { text: shorten(name, 80) }));
}

function select(number) {
  pick({ node: number });
  reveal(number);
}

/** A row for each of the first values, and a button that makes the others. */
function limited(values, row, tag = "p") {
  const rows = values.slice(0, FIRST).map(row);
  const rest = values.slice(FIRST);
  if (rest.length === 0) return rows;
  const click = () => holder.replaceWith(...limited(rest, row, tag));
  const more = make("button", { type: "button", text: say("more", { n: rest.length }), on: { click } });
  const holder = make(tag, {}, more);
  return [...rows, holder];
}
