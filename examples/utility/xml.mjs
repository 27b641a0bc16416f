/** XML of the few forms that the loader writes and reads; no parser for anybody's XML. */

/**
 * An element as text. Members of an object become elements in their order, arrays repeat an element, `undefined` is left out.
 * @param {string} name
 * @param {unknown} value text, an object, or an array of either
 */
export function element(name, value) {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('');
  return `<${name}>${typeof value === 'object' ? members(value) : escaped(String(value))}</${name}>`;
}

/** The members of an object as elements. */
export const members = (object) =>
  Object.entries(object)
    .map(([name, value]) => element(name, value))
    .join('');

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const escaped = (text) => text.replace(/[&<>\r]/g, (character) => escapes[character]);

/**
 * What the gateway has answered, as a tree of `{ name, text, children }` with local names. The gateway writes neither comments nor
 * CDATA nor entities of its own, so a scan over tags is enough.
 */
export function parsed(xml) {
  const root = { name: '', text: '', children: [] };
  const open = [root];
  for (const [, text, closing, name, empty] of xml.matchAll(/([^<]*)<(?:\?[^>]*|(\/)?([\w.:-]+)[^>]*?(\/)?)>/g)) {
    const here = open.at(-1);
    here.text += text;
    if (name === undefined) continue;
    if (closing) {
      open.pop();
      if (here.children.length === 0) here.text = plain(here.text);
      continue;
    }
    const next = { name: name.slice(name.indexOf(':') + 1), text: '', children: [] };
    here.children.push(next);
    if (!empty) open.push(next);
  }
  return root;
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
    name ? entities[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );

/** The children of an element with this name. */
export const all = (node, name) => (node?.children ?? []).filter((child) => child.name === name);
/** The first element on the way down through these names. */
export const first = (node, ...names) => names.reduce((here, name) => all(here, name)[0], node);

/** The fields of an element, each as `path = text`, in the order of the document. */
export function fields(node, path = node.name) {
  if (node.children.length === 0) return [`${path} = ${node.text}`];
  return node.children.flatMap((child) => fields(child, `${path}/${child.name}`));
}
