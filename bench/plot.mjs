/**
 * Curves as SVG: a few lines over one axis of powers, readable on light and dark pages alike.
 * Knows nothing of what is measured.
 */

const width = 720;
const height = 420;
const frame = { left: 78, right: 24, top: 56, bottom: 58 };
const inner = { width: width - frame.left - frame.right, height: height - frame.top - frame.bottom };

/** Colours that differ in brightness too, for those who see no colours; each with its twin for dark pages. */
const colours = [
  ['#0b6bcb', '#6cb6ff'],
  ['#b3541e', '#f0a36b'],
  ['#2f7d4f', '#7ed6a5'],
  ['#7a3e9d', '#d2a8ff'],
];
const marks = ['circle', 'square', 'triangle', 'diamond'];

const style = `<style>
  .paper { fill: #ffffff } .text { fill: #1f2328; font: 13px sans-serif } .title { font-weight: bold; font-size: 15px }
  .grid { stroke: #d8dee4 } .axis { stroke: #57606a } .line { fill: none; stroke-width: 2 }
${colours.map(([light], at) => `  .s${at} { stroke: ${light} } .m${at} { fill: ${light} }`).join('\n')}
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117 } .text { fill: #e6edf3 } .grid { stroke: #30363d } .axis { stroke: #9198a1 }
${colours.map(([, dark], at) => `    .s${at} { stroke: ${dark} } .m${at} { fill: ${dark} }`).join('\n')}
  }
</style>`;

/**
 * @param {{ title: string, x: string, y: string, series: readonly { name: string, points: readonly (readonly [number, number])[] }[] }} curves
 * `x` and `y` are the labels with their units; x grows by factors, y begins at 0
 */
export function plot({ title, x, y, series }) {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(([at]) => at)))].sort((a, b) => a - b);
  const ticks = niceTicks(Math.max(...series.flatMap(({ points }) => points.map(([, value]) => value))));
  const across = (value) => frame.left + inner.width * part(Math.log(value), Math.log(xs[0]), Math.log(xs.at(-1)));
  const down = (value) => frame.top + inner.height * (1 - value / ticks.at(-1));
  const text = (at, line, words, rest = 'text-anchor="middle"') =>
    `<text class="text" x="${round(at)}" y="${round(line)}" ${rest}>${escaped(words)}</text>`;
  const bottom = frame.top + inner.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    style,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="text title" x="${frame.left}" y="22">${escaped(title)}</text>`,
    ...ticks.map((tick) => level(down(tick)) + text(frame.left - 8, down(tick) + 4, spoken(tick), 'text-anchor="end"')),
    ...xs.map((value) => text(across(value), bottom + 20, spoken(value))),
    `<line class="axis" x1="${frame.left}" x2="${width - frame.right}" y1="${bottom}" y2="${bottom}"/>`,
    text(frame.left + inner.width / 2, height - 12, x),
    text(0, 0, y, `text-anchor="middle" transform="translate(18 ${frame.top + inner.height / 2}) rotate(-90)"`),
    ...series.flatMap(({ name, points }, at) => [
      `<polyline class="line s${at}" points="${points.map(([a, b]) => `${round(across(a))},${round(down(b))}`).join(' ')}"/>`,
      ...points.map(([a, b]) => mark(at, across(a), down(b))),
      mark(at, frame.left + 8 + at * 170, 40),
      text(frame.left + 18 + at * 170, 44, name, 'text-anchor="start"'),
    ]),
    '</svg>\n',
  ].join('\n');
}

const level = (y) =>
  `<line class="grid" x1="${frame.left}" x2="${width - frame.right}" y1="${round(y)}" y2="${round(y)}"/>`;

/** The point of a line, in a shape of its own. */
function mark(series, x, y) {
  const by = (dx, dy) => `${round(x + dx)},${round(y + dy)}`;
  const shapes = {
    circle: `<circle class="m${series}" cx="${round(x)}" cy="${round(y)}" r="4"/>`,
    square: `<rect class="m${series}" x="${round(x - 4)}" y="${round(y - 4)}" width="8" height="8"/>`,
    triangle: `<polygon class="m${series}" points="${by(0, -5)} ${by(5, 4)} ${by(-5, 4)}"/>`,
    diamond: `<polygon class="m${series}" points="${by(0, -5)} ${by(5, 0)} ${by(0, 5)} ${by(-5, 0)}"/>`,
  };
  return shapes[marks[series]];
}

/** From 0 to just above the highest value, in steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(highest) {
  const raw = highest / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= raw);
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => Number((at * step).toPrecision(6)));
}

const part = (value, from, to) => (to === from ? 0.5 : (value - from) / (to - from));
const round = (value) => Number(value.toFixed(1));
const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** 10000000 as 10 M: what stands at an axis is read at a glance. */
function spoken(value) {
  if (value >= 1e6) return `${value / 1e6} M`;
  if (value >= 1e3) return `${value / 1e3} k`;
  return String(value);
}
