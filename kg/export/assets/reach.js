// Reach: in how many articles something is told, how many of those do not have it from each other, and what is copied.

/** "4 artikelen, 2 bronnen"; of what one article tells, that alone. */
function reachWords([articles, sources]) {
  const told = counted("Article", articles);
  return articles === 1 ? told : `${told}, ${counted("Source", sources)}`;
}

function counted(thing, n) {
  return say(n === 1 ? `one${thing}` : `many${thing}s`, { n });
}

/** How widely an action is told or an entity named, as a line; none where one article does. */
function reachLines({ reach }) {
  return reach[0] > 1 ? [make("p", { class: "hint", title: say("reachHelp"), text: reachWords(reach) })] : [];
}

/** Which earlier articles the one that is read has its text from, a line each. */
function copyLines(number) {
  const { copyOf = [] } = store.documents[number];
  return copyOf.map(([original, kind, percent]) => {
    const words = say("copyOf", { kind: word("copyKinds", kind), n: percent });
    const click = (event) => {
      event.preventDefault();
      read(original);
    };
    const link = make("a", { class: "name", href: "#", on: { click } }, make("bdi", { text: shorten(store.titles[original], 80) }));
    return make("p", { class: "hint" }, `${words} `, link);
  });
}
