/** Physical limits: what the machine gives when only one thing of all is done. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sendSome } from './load.mjs';
import { cpuOf, median, startServer } from './measure.mjs';
import { createdMeterReadings, readings } from './messages.mjs';
import { onPath } from './peers.mjs';
import { short } from './report.mjs';

const schema = fileURLToPath(new URL('../wsdl/services/MeterReadingsMessage.xsd', import.meta.url));
const count = 100_000;

/** The message as a document of its own, as a file is validated: without the envelope, whose namespaces it takes along. */
function messageAlone(readings) {
  const envelope = createdMeterReadings(readings);
  const namespaces = /xmlns:m="[^>]*(?=>)/.exec(envelope)[0];
  const message = /<m:CreatedMeterReadings>.*<\/m:CreatedMeterReadings>/s.exec(envelope)[0];
  return message.replace('<m:CreatedMeterReadings>', `<m:CreatedMeterReadings ${namespaces}>`);
}

/** libxml2 parses and validates a file as a stream, in C, and makes nothing of it: seconds, elapsed and of the CPU. */
function validate(file) {
  const script = `TIMEFORMAT='%R %U %S'; time xmllint --noout --stream --schema "$0" "$1" 2>/dev/null`;
  const { stderr } = spawnSync('bash', ['-c', script, schema, file], { encoding: 'utf8' });
  const [elapsed, user, system] = stderr.trim().split(' ').map(Number);
  if (!(elapsed > 0)) throw new Error(`xmllint: ${stderr}`);
  return { elapsed, cpu: user + system };
}

/** Parse and validate 100,000 readings: xmllint beside the gateway, which also reads, answers and speaks HTTP. One message at a time. */
export async function measureParseLimit(rounds) {
  const what = 'MeterReadings of 100,000 readings, one at a time: readings/s to xmllint --stream --schema';
  if (!onPath('xmllint')) return [{ what, skipped: 'no xmllint; on Debian: apt-get install libxml2-utils' }];
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-bench-'));
  const gateway = await startServer('cimgate');
  try {
    const [large, one] = [join(folder, 'large.xml'), join(folder, 'one.xml')];
    const message = messageAlone(count);
    writeFileSync(large, message);
    writeFileSync(one, messageAlone(1));
    const load = { ...gateway, ...readings(count), connections: 1 };
    await sendSome({ ...load, messages: 4 });
    const limits = [];
    const ours = [];
    for (let round = 0; round < rounds; round++) {
      // reading the schemas is done once by a server: it is taken off
      const [whole, start] = [validate(large), validate(one)];
      limits.push({ elapsed: whole.elapsed - start.elapsed, cpu: whole.cpu - start.cpu });
      const { result, cpu } = await cpuOf(gateway, () => sendSome({ ...load, messages: 3 }));
      ours.push({ elapsed: 1 / result.perSecond, cpu: cpu / 1e6 / result.answered });
    }
    const ratios = ours.map(({ elapsed }, at) => limits[at].elapsed / elapsed);
    const say = (list) => {
      const elapsed = median(list.map((each) => each.elapsed));
      const cpu = median(list.map((each) => each.cpu));
      return `${short(count / elapsed)} readings/s, ${short(message.length / 1e6 / elapsed)} MB/s, CPU ${short(cpu)} s`;
    };
    const spread = [Math.min(...ratios), Math.max(...ratios)];
    return [{ what, figure: median(ratios), spread, ours: say(ours), peer: say(limits) }];
  } finally {
    await gateway.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
