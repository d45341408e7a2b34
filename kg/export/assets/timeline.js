// The period: articles over time, and two handles.

/** Days with articles, sorted; empty if they do not span a period. */
function publishedDays() {
  const days = [...new Set(store.documents.map(({ published }) => published).filter((day) => /^\d{4}/.test(day)))].sort();
  return days.length > 1 ? days : [];
}

function startTimeline() {
  const days = publishedDays();
  const timeline = byId("timeline");
  timeline.hidden = days.length === 0;
  if (days.length === 0) return;
  const [from, to] = ["from", "to"].map((end) => handle(end, days));
  timeline.replaceChildren(
    make("output", { id: "from-words" }),
    make("div", { class: "track" }, make("div", { class: "bars", "aria-hidden": "true" }, ...bars(days)), from, to),
    make("output", { id: "to-words" }),
  );
}

function handle(end, days) {
  const range = make("input", { type: "range", id: end, min: 0, max: days.length - 1, step: 1 });
  range.addEventListener("input", () => {
    const [first, last] = [Number(byId("from").value), Number(byId("to").value)].sort((a, b) => a - b);
    update({ from: first === 0 ? "" : days[first], to: last === days.length - 1 ? "" : days[last] });
  });
  return range;
}

function bars(days) {
  const counts = new Map(days.map((day) => [day, 0]));
  for (const { published } of store.actions.map(articleOf)) counts.set(published, (counts.get(published) || 0) + 1);
  const most = Math.max(...days.map((day) => counts.get(day)), 1);
  return days.map((day) => {
    const bar = make("span", { title: `${dateWords(day)}: ${counts.get(day)}` });
    bar.style.height = `${Math.max(8, (counts.get(day) / most) * 100)}%`;
    return bar;
  });
}

function renderTimeline() {
  const days = publishedDays();
  if (days.length === 0) return;
  byId("from").value = state.from ? days.indexOf(state.from) : 0;
  byId("to").value = state.to ? days.indexOf(state.to) : days.length - 1;
  byId("from").setAttribute("aria-label", say("from"));
  byId("to").setAttribute("aria-label", say("to"));
  byId("from-words").textContent = `${say("from")} ${dateWords(state.from || days[0])}`;
  byId("to-words").textContent = `${say("to")} ${dateWords(state.to || days.at(-1))}`;
}
