/**
 * Writes a part of a document so that it says the same without comments, CDATA sections and character references, of which the
 * proof knows nothing (plain-xml.ts). What is not certainly right, or means something else when written plainly, stays as it is.
 */

const rarity = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|&#(?:x[0-9A-Fa-f]{1,6}|[0-9]{1,7});/g;

/** The text, plainly. Only for text whose comments and sections all end in it, and stand outside of tags. */
export function plainly(text: string): string {
  if (!text.includes('<!') && !text.includes('&#')) return text;
  return text.replace(rarity, (found) => {
    if (found.startsWith('<!--')) return isComment(found) ? '' : found;
    if (found.startsWith('<!')) return ofSection(found);
    return ofReference(found);
  });
}

/** A comment has no `--`, and only characters that are certainly allowed. */
function isComment(found: string): boolean {
  const said = found.slice(4, -3);
  return !said.includes('--') && !said.endsWith('-') && isAllowed(said);
}

/** A section of blanks is left: where only elements may stand it is an error, which blanks are not. */
function ofSection(found: string): string {
  const said = found.slice(9, -3);
  return said.trim() === '' || !isAllowed(said) ? found : escaped(said);
}

/** Blanks are left: written as references they are not collapsed, and no line ends. */
function ofReference(found: string): string {
  const point = found[2] === 'x' ? parseInt(found.slice(3, -1), 16) : parseInt(found.slice(2, -1), 10);
  return point > 0x20 && point < 0xd800 ? escaped(String.fromCharCode(point)) : found;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => names[c]!);
}

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function isAllowed(text: string): boolean {
  return !/[^\t\n\r\x20-\ud7ff]/.test(text);
}
