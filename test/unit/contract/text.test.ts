import { documentText, EncodingError } from '../../../src/contract/text.js';
import { ScanError, Scanner } from '../../../src/contract/scan.js';
import { ParsedDocument } from '../../../src/contract/validator.js';

const limits = { depth: 9, attributes: 9, attributeValue: 999, name: 99, text: 999, nodes: 99, children: 9 };
const sample = '<a>é漢😀</a>';

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const bom = '\ufeff';

function refusal(body: Uint8Array, charset?: string): EncodingError {
  try {
    documentText(body, charset);
  } catch (error) {
    if (error instanceof EncodingError) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('text is decoded and handed to libxml2 as UTF-8', () => {
  test.each<[string, Buffer, string | undefined]>([
    ['UTF-8', Buffer.from(sample), undefined],
    ['UTF-8 by Content-Type', Buffer.from(sample), 'utf-8'],
    ['UTF-8 by Content-Type in capitals', Buffer.from(sample), 'UTF-8'],
    ['UTF-8 with a byte order mark', Buffer.from(bom + sample), undefined],
    ['UTF-8 with a byte order mark and a charset', Buffer.from(bom + sample), 'utf-8'],
    ['UTF-16LE with a byte order mark', utf16le(bom + sample), undefined],
    ['UTF-16BE with a byte order mark', utf16be(bom + sample), undefined],
    ['UTF-16LE without a mark', utf16le(sample), undefined],
    ['UTF-16BE without a mark', utf16be(sample), undefined],
    ['UTF-16 by Content-Type, little end first', utf16le(sample), 'utf-16'],
    ['UTF-16 by Content-Type, big end first', utf16be(sample), 'utf-16'],
    ['UTF-16LE by Content-Type', utf16le(sample), 'utf-16le'],
    ['UTF-16BE by Content-Type', utf16be(sample), 'UTF-16BE'],
    ['UTF-16LE with a mark although the charset says UTF-8', utf16le(bom + sample), 'utf-8'],
  ])('%s', (_, body, charset) => {
    const { text, utf8 } = documentText(body, charset);
    expect(text).toBe(sample);
    expect(Buffer.from(utf8).toString('utf8')).toBe(sample);
    expect(() => new Scanner(limits).scan(text)).not.toThrow();
    expect(() => ParsedDocument.parse(utf8)[Symbol.dispose]()).not.toThrow();
  });

  test('a declaration that speaks of the encoding on the way in does not mislead libxml2', () => {
    const { text, utf8 } = documentText(utf16le(`${bom}<?xml version="1.0" encoding="UTF-16"?>${sample}`), undefined);
    expect(text).toContain('encoding="UTF-16"');
    using parsed = ParsedDocument.parse(utf8);
    expect(parsed.content).toBe('é漢😀');
  });

  test('the charset of the Content-Type wins over the declaration', () => {
    const { utf8 } = documentText(Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${sample}`), 'utf-8');
    using parsed = ParsedDocument.parse(utf8);
    expect(parsed.content).toBe('é漢😀');
  });

  test('a part of a larger buffer is read from its own beginning', () => {
    const body = Buffer.from(`xx${sample}`).subarray(2);
    expect(documentText(body, undefined).text).toBe(sample);
  });
});

describe('refused bytes', () => {
  test.each<[string, number[]]>([
    ['a lone continuation byte', [0x3c, 0x61, 0x3e, 0x80]],
    ['an overlong form of "/"', [0x3c, 0xc0, 0xaf]],
    ['a surrogate in UTF-8', [0x3c, 0xed, 0xa0, 0x80]],
    ['a character cut short', [0x3c, 0x61, 0xe2, 0x82]],
    ['beyond Unicode', [0x3c, 0xf4, 0x90, 0x80, 0x80]],
    ['Latin-1', [0x3c, 0x61, 0xe9, 0x3e]],
  ])('%s is not UTF-8', (_, bytes) => {
    const error = refusal(Buffer.from(bytes));
    expect(error.message).toBe('the body is not valid UTF-8');
    expect(error.unsupported).toBe(false);
  });

  test.each<[string, Buffer]>([
    ['half a unit', Buffer.concat([utf16le(bom + sample), Buffer.from([0])])],
    ['a lone surrogate', Buffer.concat([utf16le(bom), Buffer.from([0x00, 0xd8]), utf16le('<a/>')])],
  ])('%s is not UTF-16', (_, body) => {
    expect(refusal(body).message).toBe('the body is not valid UTF-16');
  });

  test.each(['iso-8859-1', 'utf-7', 'utf-32', 'ebcdic-cp-us', 'windows-1252', ''])(
    'the charset "%s" is not read',
    (charset) => {
      const error = refusal(Buffer.from(sample), charset);
      expect(error.unsupported).toBe(true);
      expect(error.message).toBe(`the character encoding "${charset}" is not accepted; send UTF-8 or UTF-16`);
    },
  );

  test('a declaration of another encoding is refused', () => {
    const error = refusal(Buffer.from(`<?xml version='1.0' encoding='ISO-8859-1'?>${sample}`));
    expect(error.unsupported).toBe(true);
    expect(error.message).toContain('"ISO-8859-1" of the XML declaration');
  });

  test('a declaration of UTF-16 over UTF-8 bytes is told as the contradiction it is', () => {
    expect(refusal(Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${sample}`)).message).toBe(
      'the XML declaration says UTF-16 but the bytes are not UTF-16; declare the encoding that is sent',
    );
  });
});

test.each<[string, (text: string) => Buffer, string | undefined]>([
  ['UTF-8', (t) => Buffer.from(t), undefined],
  ['UTF-8 with a mark', (t) => Buffer.from(bom + t), undefined],
  ['UTF-16LE', utf16le, undefined],
  ['UTF-16LE with a mark', (t) => utf16le(bom + t), undefined],
  ['UTF-16BE', utf16be, 'utf-16'],
  ['UTF-16BE with a mark', (t) => utf16be(bom + t), undefined],
])('a DOCTYPE is seen in %s', (_, encode, charset) => {
  const { text } = documentText(encode('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), charset);
  expect(() => new Scanner(limits).scan(text)).toThrow(ScanError);
});
