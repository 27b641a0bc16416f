/** What is wrong with the settings of authentication as a whole: what contradicts, what leads nowhere. */
import type { ListenerSettings, ListenerTlsSettings, PrincipalSettings, SecuritySettings } from './security.js';

type Problem = readonly [path: string, problem: string];

interface Given {
  readonly security: SecuritySettings;
  readonly listeners: readonly ListenerSettings[];
  readonly http: { readonly tls?: ListenerTlsSettings | undefined };
  /** Of the settings and of their own file. */
  readonly principals: readonly PrincipalSettings[];
  readonly host: string;
  readonly port: number;
}

/** With the path of each. Listeners that let anybody in are looked at elsewhere. */
export function securityProblems(given: Given): readonly Problem[] {
  const { security, listeners, http } = given;
  return [
    ...waysIn('security.authentication', security.authentication, http.tls, 'http.tls', given),
    ...listeners.flatMap(({ authentication, tls }, at) =>
      waysIn(`listeners.${at}.authentication`, authentication, tls, `listeners.${at}.tls`, given),
    ),
    ...sameAddresses(given),
    ...principalProblems(given.principals).map(([path, problem]): Problem => [`security.${path}`, problem]),
  ];
}

function waysIn(
  path: string,
  methods: readonly string[],
  tls: ListenerTlsSettings | undefined,
  tlsPath: string,
  { security, principals }: Given,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (methods.includes('certificate') && (tls?.clientCertificates ?? 'none') === 'none')
    problems.push([path, `certificate needs ${tlsPath} with clientCertificates: asked or required`]);
  if (methods.includes('bearer') && security.bearer === undefined)
    problems.push([path, 'bearer needs security.bearer']);
  if (methods.includes('signature') && security.signature === undefined)
    problems.push([path, 'signature needs security.signature with the authorities of those who sign']);
  const byClaim = methods.includes('bearer') && security.bearer?.rolesClaim !== undefined;
  if (methods.length > 0 && principals.length === 0 && !byClaim)
    problems.push([path, 'nobody could come in: name somebody under security.principals']);
  return problems;
}

function sameAddresses({ listeners, host, port }: Given): readonly Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  const taken = new Map([[`${host} ${port}`, 'the main listener']]);
  for (const [at, one] of listeners.entries()) {
    if (names.has(one.name)) problems.push([`listeners.${at}.name`, `${one.name} stands there twice`]);
    names.add(one.name);
    const address = `${one.host} ${one.port}`;
    const other = taken.get(address);
    if (other !== undefined && one.port !== 0) problems.push([`listeners.${at}.port`, `${other} has the same address`]);
    taken.set(address, one.name);
  }
  return problems;
}

/** What is wrong with a list of principals, whatever else is set. */
export function principalProblems(principals: readonly PrincipalSettings[]): readonly Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  /** Whether somebody else has it already. */
  const take = (path: string, what: string, key: string, owner: string): void => {
    const other = owners.get(key);
    if (other !== undefined)
      problems.push([path, other === owner ? `${what} stands there twice` : `${what} is ${other}'s already`]);
    owners.set(key, owner);
  };
  let cost: string | undefined;
  for (const [at, { name, certificates, bearer, passwordHash }] of principals.entries()) {
    const path = `principals.${at}`;
    take(`${path}.name`, name, `name ${name}`, name);
    for (const [i, match] of certificates.entries())
      take(`${path}.certificates.${i}`, 'this certificate', keyOf(match), name);
    if (bearer !== undefined) take(`${path}.bearer.subject`, bearer.subject, `bearer ${bearer.subject}`, name);
    const own = passwordHash?.split('$')[2];
    if (own === undefined) continue;
    // who is asked for a password must not learn by the time it takes whether there is such a name
    if (cost !== undefined && own !== cost)
      problems.push([
        `${path}.passwordHash`,
        `has the cost ${own}, others have ${cost}; make all of them anew with one version`,
      ]);
    cost ??= own;
  }
  return problems;
}

function keyOf({
  subject,
  fingerprint256,
  subjectAltName,
  certificate,
}: PrincipalSettings['certificates'][number]): string {
  if (subject !== undefined) return `subject ${subject.replace(/\s*([,=])\s*/g, '$1')}`;
  if (fingerprint256 !== undefined) return `fingerprint ${fingerprint256.replaceAll(':', '').toUpperCase()}`;
  return subjectAltName !== undefined ? `name ${subjectAltName}` : JSON.stringify(certificate);
}
