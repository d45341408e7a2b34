// Differences: one happening told in two ways, side by side.

function renderDifferences() {
  const shown = state.view === "differences";
  byId("differences").hidden = !shown;
  if (!shown) return;
  const wanted = new Set(wantedActions());
  const pairs = store.same.filter(({ actions, differences }) => differences.length > 0 && actions.every((number) => wanted.has(number)));
  const none = make("p", { class: "hint", text: say("noDifferences") });
  fill(byId("differences"), make("p", { class: "hint", text: say("differencesHint") }), ...(pairs.length ? limited(pairs, pairCard, "div") : [none]));
}

function pairCard({ actions, differences }) {
  const kinds = differences.map((difference) => word("differences", difference)).join(", ");
  return make(
    "section",
    { class: "pair" },
    make("h3", { text: say("differsIn", { kinds }) }),
    ...actions.map((number) => make("div", { class: "told" }, ...actionCard(store.nodes[number]))),
  );
}

/** Other tellings of the happening that an action tells of. */
function otherTellings(number) {
  const pairs = store.same.filter(({ actions }) => actions.includes(number));
  const rows = pairs.map(({ actions, differences }) => {
    const other = actions.find((action) => action !== number);
    const kinds = differences.map((difference) => word("differences", difference)).join(", ");
    const differs = differences.length ? [make("p", { class: "tag", text: say("differsIn", { kinds }) })] : [];
    return make("article", { class: "told" }, ...differs, ...actionCard(store.nodes[other]));
  });
  return rows.length ? [make("h3", { text: say("alsoTold") }), ...rows] : [];
}
