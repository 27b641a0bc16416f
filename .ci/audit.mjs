/**
 * `npm run audit`: known vulnerabilities of what a gateway runs with; high and critical ones fail. A registry without advisories
 * is told aloud and fails nothing: a build must not depend on it.
 */
import { spawnSync } from 'node:child_process';

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  encoding: 'utf8',
  timeout: 60_000,
  maxBuffer: 64 * 1024 * 1024,
});
let report;
try {
  report = JSON.parse(stdout);
} catch {
  report = undefined;
}
const found = report?.metadata?.vulnerabilities;
if (found === undefined) {
  const reason =
    (report?.error?.summary || report?.error?.code || report?.message || error?.code) ?? 'npm audit gave no report';
  console.log(`audit: NOT AVAILABLE, nothing was looked up (${String(reason).split('\n')[0].replace(/https?:\/\/\S+/g, 'the registry')})`); // prettier-ignore
} else {
  for (const { name, severity, range } of Object.values(report.vulnerabilities ?? {}))
    console.log(`${severity}  ${name} ${range}`);
  const bad = found.high + found.critical;
  console.log(`audit: ${found.total} known vulnerabilities, ${bad} of them high or critical`);
  process.exitCode = bad > 0 ? 1 : 0;
}
