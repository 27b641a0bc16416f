import fc from 'fast-check';
import { escapeAttribute, escapeText, XmlWriter } from '../../../src/contract/xml-writer.js';
import { infosetOf, textOf } from '../../support/infoset.js';

test('writes elements in the order of the calls, declarations on the first', () => {
  const w = new XmlWriter();
  w.declare(' xmlns:m="urn:m"');
  w.open('m:a');
  w.leaf('m:b', 'x');
  w.leaf('m:c', undefined);
  w.leaves('m:d', ['1', '2']);
  w.leaves('m:e', undefined);
  w.leafWith('m:f', 'y', [
    ['p', '1'],
    ['q', undefined],
  ]);
  w.empty('m:g', [['r', '2']]);
  w.maybe('m:h', undefined, () => w.leaf('never', ''));
  w.many('m:i', ['3', '4'], (writer, tag, value) => writer.leaf(tag, value));
  w.foreign([{ namespace: 'urn:v', name: 'v', xml: '<v xmlns="urn:v"/>' }]);
  w.close('m:a');
  expect(w.xml).toBe(
    '<m:a xmlns:m="urn:m"><m:b>x</m:b><m:d>1</m:d><m:d>2</m:d><m:f p="1">y</m:f><m:g r="2"/><m:i>3</m:i><m:i>4</m:i><v xmlns="urn:v"/></m:a>',
  );
});

test.each([
  ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
  [']]>', ']]&gt;'],
  ['a\r\nb', 'a&#13;\nb'],
  ['\u0000\u0008\u000b\u001f\ufffe\uffff', '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd'],
  ['\ud800x\udc00', '\ufffdx\ufffd'],
  ['😀\u{10ffff}', '😀\u{10ffff}'],
  ['', ''],
  ['\u0085\u2028\u007f', '\u0085\u2028\u007f'],
])('text %j is written as %j', (text, written) => {
  expect(escapeText(text)).toBe(written);
});

test('attributes also keep quotes, tabs and line ends', () => {
  expect(escapeAttribute('"\t\n\r<')).toBe('&quot;&#9;&#10;&#13;&lt;');
});

test('any text comes back from the document it was written into, but for what XML cannot carry', () => {
  const carried = (text: string): string =>
    text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, value) => {
      const w = new XmlWriter();
      w.leafWith('a', text, [['b', value]]);
      const read = infosetOf(w.xml);
      expect(textOf(read)).toBe(carried(text));
      expect(read.attributes.get('{}b')).toBe(carried(value));
    }),
    { numRuns: 500 },
  );
});
