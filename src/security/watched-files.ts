/** Notices that files have changed, by looking at them now and then: that works on every file system and for every way to replace one. */
import { statSync } from 'node:fs';

/**
 * Calls `changed` once when any of the files is another one than before, or there or gone.
 * @returns ends it
 */
export function watchFiles(files: readonly string[], every: number, changed: () => void): () => void {
  const all = [...new Set(files)];
  let before = all.map(mark).join();
  const timer = setInterval(() => {
    const after = all.map(mark).join();
    if (after === before) return;
    before = after;
    changed();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

/** Follows links, as those that Kubernetes puts before mounted secrets. */
function mark(file: string): string {
  try {
    const { ino, size, mtimeNs } = statSync(file, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch {
    return 'none';
  }
}
