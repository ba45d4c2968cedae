/* Drawings of a result: the six dimensions as a star, figures as bars with their ranges. Each has a table beside it that says the same. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const [WIDTH, HEIGHT, REACH, LEADING] = [460, 376, 105, 17];
  const [ROW, SCALE] = [54, 400];
  const LINE = 15; // letters in a line beside the star

  const number = (value) => Number(ceds.fraction.decimal(value, 3));
  const round = (value) => Math.round(value * 10) / 10;

  /** Clockwise from the upper right, so that half of the figures stand on the right and half on the left (as ceds_charts.py). */
  function point(at, of, value) {
    const turn = (2 * Math.PI * at) / of - Math.PI / 3;
    return [round(WIDTH / 2 + REACH * (value / 100) * Math.cos(turn)), round(HEIGHT / 2 + REACH * (value / 100) * Math.sin(turn))];
  }

  const shape = (values) => values.map((value, at) => point(at, values.length, value).join(",")).join(" ");

  /** A name in lines short enough to stand beside the star; Korean needs twice the room. */
  function lines(name) {
    const most = /[\u1100-\uffdc]/.test(name) ? LINE / 2 : LINE;
    return name.split(" ").reduce((made, word) => {
      const last = made[made.length - 1];
      if (last !== undefined && `${last} ${word}`.length <= most) made[made.length - 1] = `${last} ${word}`;
      else made.push(word);
      return made;
    }, []);
  }

  function label(name, score, at, of) {
    const { drawn } = ceds.dom;
    const [x, y] = point(at, of, 110);
    const said = [...lines(name), score.value === null ? "–" : ceds.dom.figure(score.value)];
    const above = y < HEIGHT / 2 - 5 ? 1 : y > HEIGHT / 2 + 5 ? 0 : 0.5; // how much of the label stands above its point
    const top = round(y - above * LEADING * said.length + 13);
    return drawn("text", { x, y: top, "text-anchor": x > WIDTH / 2 ? "start" : "end" }, ...said.map((each, line) =>
      drawn("tspan", { x, dy: line ? LEADING : 0, class: line === said.length - 1 ? "wego-plot__value" : null }, each)));
  }

  /** Star of named scores, those of the right side from the top, then those of the left from the bottom; `sides` are named left and
      right. The range is a band, the value a line; a value that is not shown stands at its low end. */
  function star(title, entries, sides) {
    const { drawn } = ceds.dom;
    const count = entries.length;
    const rings = [20, 40, 60, 80, 100].map((each) => drawn("polygon", { class: "wego-plot__grid", points: shape(Array(count).fill(each)) }));
    const axes = entries.map((_, at) => {
      const [x2, y2] = point(at, count, 100);
      return drawn("line", { class: "wego-plot__grid", x1: WIDTH / 2, y1: HEIGHT / 2, x2, y2 });
    });
    const of = (key) => entries.map(([, score]) => number(key === "value" ? score.value ?? score.low : score[key]));
    const dots = of("value").map((value, at) => {
      const [cx, cy] = point(at, count, value);
      return drawn("circle", { class: entries[at][1].value === null ? "wego-plot__dot wego-plot__dot--open" : "wego-plot__dot", cx, cy, r: 5 });
    });
    return drawn("svg", { class: "wego-plot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title, direction: "ltr" },
      ...rings, ...axes, drawn("polygon", { class: "wego-plot__range", points: shape(of("high")) }),
      drawn("polygon", { class: "wego-plot__line", points: shape(of("value")) }), ...dots, ...entries.map(([name, score], at) => label(name, score, at, count)),
      ...sides.map((each, at) => drawn("text", { class: "wego-plot__side", x: at ? WIDTH - 1 : 1, y: 16, "text-anchor": at ? "end" : "start" }, each)));
  }

  function bar([name, score], at) {
    const { drawn } = ceds.dom;
    const y = at * ROW + 24;
    const x = (value) => round((SCALE * number(value)) / 100 + 1);
    const said = score.value === null ? "–" : ceds.dom.figure(score.value);
    return [
      drawn("text", { x: 1, y: y - 7 }, name),
      drawn("rect", { class: "wego-plot__track", x: 1, y, width: SCALE, height: 18 }),
      score.value === null ? null : drawn("rect", { class: "wego-plot__bar", x: 1, y, width: round((SCALE * number(score.value)) / 100), height: 18 }),
      drawn("path", { class: "wego-plot__whisker", d: `M${x(score.low)} ${y + 3}v12M${x(score.high)} ${y + 3}v12M${x(score.low)} ${y + 9}H${x(score.high)}` }),
      drawn("text", { class: "wego-plot__value", x: SCALE + 12, y: y + 14 }, said),
    ];
  }

  /** A bar for each named score, its range as a line with two ends. */
  function bars(title, entries) {
    return ceds.dom.drawn("svg", { class: "wego-plot", viewBox: `0 0 ${WIDTH} ${entries.length * ROW + 8}`, role: "img", "aria-label": title, direction: "ltr" },
      ...entries.map(bar));
  }

  ceds.charts = Object.freeze({ star, bars });
})();
