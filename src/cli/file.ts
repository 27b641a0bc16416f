/** Reads a file that the user has named, and says in plain words when that cannot be done. */
import { readFileSync } from 'node:fs';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'reading it is not permitted',
};

export function readNamed(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(`${file}: ${reasons[code] ?? message}`, { cause: error });
  }
}
