/** `cimgate password`: makes the hash of a password. It comes by standard input: arguments of a command can be seen by others. */
import type { Readable, Writable } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { hashOf } from '../security/password-hash.js';

/** Fewer characters than this are guessed too easily. */
const least = 12;

/** Throws a sentence when there is no password, or it is too short. */
export async function password(input: Readable, output: Writable, terminal: Writable): Promise<void> {
  const shown = 'isTTY' in input && input.isTTY === true;
  const first = await (shown ? unseen(input as ReadStream, terminal, 'Password: ') : firstLine(input));
  if ([...first].length < least) throw new Error(`the password is shorter than ${least} characters; take a longer one`);
  if (shown && (await unseen(input as ReadStream, terminal, 'The same again: ')) !== first)
    throw new Error('the second was another one than the first');
  output.write(`${await hashOf(first)}\n`);
}

async function firstLine(input: Readable): Promise<string> {
  let text = '';
  for await (const chunk of input.setEncoding('utf8')) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return (text.split('\n')[0] ?? '').replace(/\r$/, '');
}

/** A line of a terminal, which does not show it. */
function unseen(input: ReadStream, terminal: Writable, question: string): Promise<string> {
  terminal.write(question);
  input.setRawMode(true);
  input.setEncoding('utf8').resume();
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (then: () => void): void => {
      input.off('data', heard).setRawMode(false).pause();
      terminal.write('\n');
      then();
    };
    const heard = (chunk: string): void => {
      for (const key of chunk) {
        if (key === '\r' || key === '\n') return done(() => resolve(text));
        if (key === '\u0003' || key === '\u0004') return done(() => reject(new Error('no password was given')));
        if (key === '\u007f' || key === '\b') text = [...text].slice(0, -1).join('');
        else if (key >= ' ') text += key;
      }
    };
    input.on('data', heard);
  });
}
