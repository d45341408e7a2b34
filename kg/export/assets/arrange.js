// Windows on a graph too large to draw whole: their nodes are laid out anew, the same way each time.

const TURNS = 110;
const REST = 80;

/** Places for the nodes of a window: springs along the edges, and every two nodes push each other away. */
function arranged({ nodes, edges }) {
  const order = new Map(nodes.map((number, place) => [number, place]));
  const pairs = edges.map(({ from, to }) => [order.get(from), order.get(to)]);
  const [xs, ys] = sunflower(nodes.length);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const [right, down] = [new Float64Array(nodes.length), new Float64Array(nodes.length)];
    pushApart(xs, ys, right, down);
    pullTogether(pairs, xs, ys, right, down);
    move(xs, ys, right, down, 40 * (1 - turn / TURNS));
  }
  return new Map(nodes.map((number, place) => [number, { x: xs[place], y: ys[place] }]));
}

/** Places to begin with, spread evenly and never the same. */
function sunflower(count) {
  const turns = Float64Array.from({ length: count }, (_, place) => place * 2.39996);
  const reach = (place) => 0.6 * REST * Math.sqrt(place + 0.5);
  return [turns.map((turn, place) => Math.cos(turn) * reach(place)), turns.map((turn, place) => Math.sin(turn) * reach(place))];
}

function pushApart(xs, ys, right, down) {
  for (let one = 0; one < xs.length; one += 1) {
    for (let other = one + 1; other < xs.length; other += 1) {
      const [x, y] = [xs[one] - xs[other], ys[one] - ys[other]];
      const strength = (REST * REST) / (x * x + y * y + 1);
      right[one] += x * strength;
      down[one] += y * strength;
      right[other] -= x * strength;
      down[other] -= y * strength;
    }
  }
}

function pullTogether(pairs, xs, ys, right, down) {
  for (const [from, to] of pairs) {
    const [x, y] = [xs[to] - xs[from], ys[to] - ys[from]];
    const strength = (0.4 * Math.hypot(x, y)) / REST;
    right[from] += x * strength;
    down[from] += y * strength;
    right[to] -= x * strength;
    down[to] -= y * strength;
  }
}

/** Moves every place by its push, at most `most` far, and a little towards the middle. */
function move(xs, ys, right, down, most) {
  for (let place = 0; place < xs.length; place += 1) {
    const length = Math.hypot(right[place], down[place]) || 1;
    const step = Math.min(length, most) / length;
    xs[place] += right[place] * step - xs[place] * 0.01;
    ys[place] += down[place] * step - ys[place] * 0.01;
  }
}
