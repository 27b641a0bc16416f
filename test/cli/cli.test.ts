import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMeter, goodHeader, soap12 } from '../faults/messages.js';
import { validate } from '../../src/cli/validate.js';
import { cimgate, expectNoInsides } from './command-line.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'cimgate-cli-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `cimgate validate` prints and ends with, in this process: another one is slower and says the same. */
function checked(text: string | Buffer): { readonly status: number; readonly out: string } {
  const file = join(folder, 'document.xml');
  writeFileSync(file, text);
  const lines: string[] = [];
  const status = validate(file, (line) => lines.push(line));
  return { status, out: lines.join('\n').replaceAll(file, 'FILE') };
}

describe('validate', () => {
  const message = /<m:CreateMeterConfig.*<\/m:CreateMeterConfig>/s;
  const bare = (): string =>
    message
      .exec(createMeter())![0]
      .replace(
        '<m:CreateMeterConfig',
        '<m:CreateMeterConfig xmlns:m="http://iec.ch/TC57/2011/MeterConfigMessage" xmlns:msg="http://iec.ch/TC57/2011/schema/message" xmlns:obj="http://iec.ch/TC57/2011/MeterConfig#"',
      );

  it('takes an envelope', () => {
    const { out, status } = checked(createMeter());
    expect(out).toBe('FILE: SOAP 1.1 envelope with the message CreateMeterConfig\nvalid');
    expect(status).toBe(0);
  });

  it('takes an envelope of SOAP 1.2 in UTF-16', () => {
    const { out } = checked(Buffer.from(`\ufeff${createMeter({ soap: soap12 })}`, 'utf16le'));
    expect(out).toMatch(/^FILE: SOAP 1\.2 envelope .*\nvalid$/);
  });

  it('takes a bare message', () => {
    expect(checked(bare())).toMatchObject({ status: 0, out: 'FILE: the message CreateMeterConfig\nvalid' });
  });

  it('takes a bare payload', () => {
    const { out, status } = checked(
      '<MeterReadings xmlns="http://iec.ch/TC57/2011/MeterReadings#"><MeterReading><Readings><value>1</value><ReadingType ref="0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"/></Readings></MeterReading></MeterReadings>',
    );
    expect(out).toMatch(/^FILE: a payload of the profile MeterReadings\n/);
    expect(out).toMatch(/0\.0\.0\.1\.1\.1\.12\.0\.0\.0\.0\.0\.0\.0\.0\.3\.72\.0 {2}.*kWh$/m);
    expect(status).toBe(out.endsWith('\nvalid') ? 0 : 1);
  });

  it('names what is not valid by path and line', () => {
    const { out, status } = checked(createMeter({ header: `\n\n${goodHeader.replace('create', 'smash')}` }));
    expect(out).toMatch(/\n {2}CreateMeterConfig\.Header\.Verb \(line 3\): "smash" is not one of the allowed values/);
    expect(out).toMatch(/\nnot valid: 1 finding$/);
    expect(status).toBe(1);
  });

  it.each([
    ['JSON', '{"a":1}', /^FILE: .*(line 1|no element)/],
    ['nothing', '', /^FILE: /],
    ['truncated XML', createMeter().slice(0, 300), /^FILE: not well-formed XML, line 1: /],
    ['a DOCTYPE', '<!DOCTYPE x><x/>', /^FILE: .*DOCTYPE/],
    ['bytes', Buffer.from([0xff, 0x00, 0x12]), /^FILE: /],
    ['an unknown document', '<x xmlns="urn:x"/>', /^FILE: \{urn:x\}x is not in the contract/],
    [
      'a message in the wrong namespace',
      bare().replace('2011/MeterConfigMessage', '2099/x'),
      /CreateMeterConfig is known in the namespace/,
    ],
  ])('says in one line what is wrong with %s', (_, text, says) => {
    const { out, status } = checked(text);
    expect(out).toMatch(says);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(1);
  });

  it('is a command', async () => {
    const file = join(folder, 'bad.xml');
    writeFileSync(file, createMeter().slice(0, 300));
    const ran = await cimgate(['validate', file]);
    expect(ran.out).toContain(`${file}: not well-formed XML, line 1: `);
    expect(ran).toMatchObject({ status: 1, error: '' });
    expectNoInsides(ran);
  });

  it('says that a file is missing', async () => {
    const ran = await cimgate(['validate', join('none', 'x.xml')]);
    expect(ran).toEqual({ status: 1, out: '', error: 'cimgate: none/x.xml: there is no such file\n' });
  });

  it('says that a folder is none', async () => {
    const ran = await cimgate(['validate', 'examples']);
    expect(ran).toEqual({ status: 1, out: '', error: 'cimgate: examples: it is a folder, not a file\n' });
  });
});

describe('decode', () => {
  it.each([
    ['0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0', /^15-minute interval data, .*kWh\n/],
    ['3.31.0.23', /^electricity meter: disconnect/],
    ['3.26.0.85', /power/],
    ['3.26.0.*', /mask/],
    ['1.2.32', /\w+/],
    ['2.4', /used when: /],
  ])('%s', async (code, says) => {
    const ran = await cimgate(['decode', code]);
    expect(ran.out).toMatch(says);
    expect(ran).toMatchObject({ status: 0, error: '' });
  });

  it.each(['nonsense', '', '1.2.3.4.5', '__proto__', `${'9.'.repeat(5000)}9`])('%.40s is no code', async (code) => {
    const ran = await cimgate(['decode', code]);
    expect(ran.out).toMatch(/^not a code of IEC 61968-9: .*\n {2}18 parts: /);
    expect(ran.out.length).toBeLessThan(1_000);
    expect(ran).toMatchObject({ status: 1, error: '' });
  });
});

describe('the command', () => {
  it('lists what it can do', async () => {
    const ran = await cimgate(['--help']);
    for (const name of ['serve', 'validate', 'decode', 'send', 'migrate'])
      expect(ran.out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    expect(ran).toMatchObject({ status: 0, error: '' });
  });

  it('shows its help when it is told nothing', async () => {
    const ran = await cimgate([]);
    expect(ran.out + ran.error).toMatch(/Usage: cimgate/);
  });

  it('says its version', async () => {
    expect((await cimgate(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['explode'], /unknown command 'explode'\n\(cimgate --help lists the commands\)/],
    [['serv'], /Did you mean serve\?/],
    [['decode'], /missing required argument 'code'/],
    [['send', 'x.xml'], /required option '--to <url>' not specified/],
    [['validate', '--strict', 'x.xml'], /unknown option '--strict'/],
    [['decode', '1.2', '3.4'], /too many arguments/],
  ])('%s is refused with a hint', async (args, says) => {
    const ran = await cimgate(args);
    expect(ran.error).toMatch(says);
    expect(ran.status).toBe(1);
    expectNoInsides(ran);
  });

  it('has nothing to migrate in memory', async () => {
    const ran = await cimgate(['migrate'], { CIMGATE_STORE: 'memory' });
    expect(ran).toEqual({ status: 0, error: '', out: 'The store is in memory: there is nothing to migrate.\n' });
  });

  it('names wrong settings with exit code 78 whatever the command', async () => {
    const ran = await cimgate(['migrate'], { CIMGATE_PORT: 'x' });
    expect(ran).toMatchObject({ status: 78, out: '' });
    expect(ran.error).toMatch(/^cimgate: a setting is wrong:\n {2}CIMGATE_PORT: /);
  });
});
