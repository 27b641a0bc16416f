/** compose.yaml and deploy/ are not run here: what they name must be there, and what they set must be settings. */
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument -- files of other programs, whose shape the tests look at */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config.js';
import { repository } from '../faults/gateway-process.js';
import { testGateway, type TestGateway } from '../support/gateway.js';

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}
interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}
interface Container {
  readonly command: readonly string[];
  readonly env: readonly Variable[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly startupProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly securityContext: object;
}

const read = (...path: string[]): string => readFileSync(join(repository, ...path), 'utf8');
const yaml = (...path: string[]): any => parse(read(...path), { merge: true });
const kubernetes = join('deploy', 'kubernetes');

const compose = yaml('compose.yaml');
const deployment = yaml(kubernetes, 'deployment.yaml');
const pod = deployment.spec.template.spec;
const initial: Container = pod.initContainers[0];
const serving: Container = pod.containers[0];

/** Settings as a gateway would load them there: its own file stands at another place here. */
function loaded(environment: Readonly<Record<string, string>>, file: string): ReturnType<typeof loadConfig> {
  const own = Object.entries(environment).filter(([name]) => name.startsWith('CIMGATE_'));
  // as the image sets it
  return loadConfig({ CIMGATE_HOST: '0.0.0.0', ...Object.fromEntries(own), CIMGATE_CONFIG: join(repository, file) });
}
const isCommand = (command: readonly string[]): void => {
  const [program, script, name] = command;
  expect(program).toBe('node');
  expect(existsSync(join(repository, script!))).toBe(true);
  expect(read('src', 'cli.ts')).toContain(`.command('${name}')`);
};

let gateway: TestGateway;
beforeAll(async () => (gateway = await testGateway()), 30_000);
afterAll(() => gateway.stop());
const answers = async (path: string): Promise<number> => (await gateway.send('GET', path)).status;

describe('compose.yaml', () => {
  const { services, volumes } = compose;

  it('starts gateways with settings that there are, over one PostgreSQL', () => {
    for (const name of ['gateway-1', 'gateway-2', 'migrate']) {
      const config = loaded(services[name].environment, join('deploy', 'cimgate.yaml'));
      expect(config.store).toMatch(/^postgres:\/\/cimgate@database:/);
      expect(config.port).toBe(8080);
      // the load balancer must have noticed, and the container must not be killed before
      expect(config.http.drainDelay).toBeGreaterThanOrEqual(2_000);
      expect(parseInt(services[name].stop_grace_period) * 1_000).toBeGreaterThan(config.http.drainDelay + 20_000);
    }
    isCommand(services.migrate.command);
  });

  it('mounts files that are there, and volumes that it makes', () => {
    for (const service of Object.values<any>(services))
      for (const mount of service.volumes ?? []) {
        const [source] = mount.split(':');
        expect(source.startsWith('.') ? existsSync(join(repository, source)) : source in volumes).toBe(true);
      }
  });

  it('waits for services that it has, and lets none of them do more than it must', () => {
    for (const service of Object.values<any>(services)) {
      for (const other of Object.keys(service.depends_on ?? {})) expect(services).toHaveProperty([other]);
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    }
  });

  it('gives no container more of the machine than its own volumes, and writes only there', () => {
    for (const [name, service] of Object.entries<any>(services)) {
      for (const key of ['privileged', 'network_mode', 'pid', 'ipc', 'cap_add', 'devices'])
        expect([name, key, service[key]]).toEqual([name, key, undefined]);
      for (const mount of service.volumes ?? []) {
        expect(mount).not.toMatch(/docker\.sock|^\/(?:etc|proc|sys|var)/);
        if (mount.startsWith('.')) expect(mount).toMatch(/:ro$/);
      }
      // only the load balancer is published, and to this machine only
      for (const published of service.ports ?? []) expect([name, published]).toEqual(['load-balancer', expect.stringMatching(/^127\.0\.0\.1:/)]); // prettier-ignore
    }
    for (const name of ['gateway-1', 'gateway-2', 'migrate']) expect(services[name].tmpfs).toEqual(['/tmp']);
  });

  it('holds no password', () => {
    expect(services.database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(read('compose.yaml')).not.toMatch(/(PASSWORD|SECRET|KEY): *['"]?[^\s$'"?]/i);
  });

  it('has a load balancer that knows the gateways and looks whether they are ready', async () => {
    const text = read('deploy', 'haproxy.cfg');
    const servers = [...text.matchAll(/^ {2}server \S+ (\S+):(\d+)$/gm)].map(([, host, port]) => [host, port]);
    expect(servers).toEqual([
      ['gateway-1', '8080'],
      ['gateway-2', '8080'],
    ]);
    expect(await answers(/^ {2}option httpchk GET (\S+)$/m.exec(text)![1]!)).toBe(200);
  });
});

describe('deploy/kubernetes', () => {
  const { resources, configMapGenerator } = yaml(kubernetes, 'kustomization.yaml');
  const secret = yaml(kubernetes, 'secret.example.yaml');

  it('has all the files that it names, and names all but the example of the secret', () => {
    const files = [...resources, ...configMapGenerator[0].files, 'kustomization.yaml', 'secret.example.yaml'];
    expect(readdirSync(join(repository, kubernetes)).sort()).toEqual(files.sort());
  });

  it('starts gateways with settings that there are, and secrets that the example has', () => {
    for (const container of [initial, serving]) {
      isCommand(container.command);
      const environment = container.env.map(({ name, value, valueFrom }) => {
        if (valueFrom === undefined) return [name, value];
        expect(valueFrom.secretKeyRef.name).toBe(secret.metadata.name);
        return [name, secret.stringData[valueFrom.secretKeyRef.key]];
      });
      const config = loaded(Object.fromEntries(environment), join(kubernetes, 'cimgate.yaml'));
      expect(config.store).toMatch(/^postgres:/);
      expect(pod.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(config.http.drainDelay + 20_000);
      expect(serving.ports![0]).toEqual({ name: 'http', containerPort: config.port });
    }
  });

  it('looks at addresses that answer', async () => {
    for (const probe of [serving.startupProbe, serving.readinessProbe, serving.livenessProbe]) {
      expect(probe!.httpGet.port).toBe(serving.ports![0]!.name);
      expect(await answers(probe!.httpGet.path)).toBe(200);
    }
  });

  it('keeps as many gateways as there are to be, and lets none of them do more than it must', () => {
    expect(deployment.spec.replicas).toBe(2);
    expect(deployment.spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
    expect(pod.securityContext.runAsNonRoot).toBe(true);
    for (const container of [initial, serving])
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
  });

  it('gives pods nothing of their node, and nothing to write to but two volumes of their own', () => {
    for (const key of ['hostNetwork', 'hostPID', 'hostIPC']) expect([key, pod[key]]).toEqual([key, undefined]);
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.securityContext).toMatchObject({ runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } });
    const writable = pod.volumes.filter((volume: any) => volume.emptyDir !== undefined).map(({ name }: any) => name);
    expect(writable).toEqual(['tmp', 'data']);
    for (const mount of (pod.containers[0] as { volumeMounts: any[] }).volumeMounts)
      expect([mount.name, mount.readOnly === true]).toEqual([mount.name, !writable.includes(mount.name)]);
    expect(pod.volumes.filter((volume: any) => volume.hostPath !== undefined)).toEqual([]);
  });

  it('means the same pods everywhere', () => {
    const labels = deployment.spec.template.metadata.labels;
    const of = (file: string): any => yaml(kubernetes, file).spec;
    expect(deployment.spec.selector.matchLabels).toEqual(labels);
    expect(of('service.yaml').selector).toEqual(labels);
    expect(of('disruption-budget.yaml').selector.matchLabels).toEqual(labels);
    expect(of('network-policy.yaml').podSelector.matchLabels).toEqual(labels);
  });
});

describe('the Dockerfile', () => {
  const text = read('Dockerfile');

  it('looks whether the gateway is ready at an address that answers', async () => {
    const [, path] = /HEALTHCHECK .*http:\/\/127\.0\.0\.1:8080(\/[a-z/]+)/.exec(text)!;
    expect(await answers(path!)).toBe(200);
  });

  it('runs as somebody without rights, from files that belong to root', () => {
    const last = text.slice(text.lastIndexOf('\nFROM '));
    const steps = [...last.matchAll(/^(USER|COPY|RUN|ADD) ?(.*)$/gm)].map(([, step, what]) => [step, what] as const);
    expect(steps.filter(([step]) => step === 'USER')).toEqual([['USER', 'node']]);
    // nothing is brought or made once the rights are gone, and nothing of the code is given away
    expect(steps.at(-1)).toEqual(['USER', 'node']);
    expect(steps.filter(([, what]) => /--chown|chown (?!node \/data$)/.test(what!)).map(([step]) => step)).toEqual([]);
    expect(last).toMatch(/NODE_OPTIONS=--disable-proto=delete/);
    expect(text).not.toMatch(/:latest|curl .*\| *sh|^ARG .*(PASSWORD|TOKEN|KEY)/m);
  });

  it('copies what there is, and starts a command that there is', () => {
    for (const [, folder] of text.matchAll(/^COPY --from=build \/app\/(\S+)/gm))
      if (!['dist', 'node_modules'].includes(folder!)) expect(existsSync(join(repository, folder!))).toBe(true);
    isCommand(JSON.parse(/^CMD (\[.*\])$/m.exec(text)![1]!));
  });
});
