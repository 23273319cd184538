import { readFileSync, writeFileSync } from 'node:fs';
import { script } from './run';

/**
 * `npm run lock`: after an install, adds the optional platform packages that npm left out because the registry in use does not have
 * them; `npm ci` refuses a lock without them. Such an entry has no integrity hash until the lock is made against a complete registry.
 */
type Entry = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

const FILE = 'package-lock.json';

const SYSTEMS: Record<string, string> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
  linux: 'linux',
  linuxmusl: 'linux',
  win32: 'win32',
  windows: 'win32',
  macos: 'darwin',
};
const PROCESSORS: Record<string, string> = {
  arm64: 'arm64',
  aarch64: 'arm64',
  x64: 'x64',
  x86: 'ia32',
  ia32: 'ia32',
  arm: 'arm',
  armv7: 'arm',
  ppc64: 'ppc64',
  ppc64le: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
  mips64el: 'mips64el',
  wasm32: 'wasm32',
};

await script(async () => {
  const lock = JSON.parse(readFileSync(FILE, 'utf8')) as Lock;
  let added = 0;
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isThere(lock, place, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
      lock.packages[`node_modules/${name}`] = {
        version,
        ...(entry.dev === true ? { dev: true } : {}),
        optional: true,
        ...platformOf(name),
      };
      added += 1;
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${added} platform packages added to ${FILE}`);
});

/** npm looks for a dependency beside its parent first, then at the top. */
function isThere({ packages }: Lock, place: string, name: string): boolean {
  return `${place}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
}

/** Operating system and processor from the name, such as `core-linux-arm64-gnu`: the convention of all who publish so. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/);
  const os = words.map((word) => SYSTEMS[word]).find((word) => word !== undefined);
  const cpu = words.map((word) => PROCESSORS[word]).find((word) => word !== undefined);
  const libc =
    words.includes('musl') || words.includes('linuxmusl')
      ? 'musl'
      : words.includes('gnu')
        ? 'glibc'
        : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && { libc: [libc] }) };
}
