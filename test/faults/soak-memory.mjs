/**
 * Loaded into the gateway by the soak: when asked, collects its garbage and says what is in use. Without that, memory is mostly what V8
 * has not looked at yet: it lets a heap grow to two or three times what is in use, and by how much is chance.
 */
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.channel !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('message', () => {
    collect();
    process.send(process.memoryUsage().heapUsed);
  });
  // the soak does not keep it alive
  process.channel.unref();
}
