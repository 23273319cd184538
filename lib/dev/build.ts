import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NEXT, nodeScript, run } from './run';

const SOURCES = [
  'app',
  'lib',
  'db',
  'content',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
];
/** Lies among the sources and goes into no build. */
const NOT_BUILT = /^lib\/(bench|dev)\/|\.test\.tsx?$/;
const STAMP = path.join('.next', 'built-from');

/** Builds the application unless the build that is there was made from exactly these sources. */
export async function build(): Promise<'built' | 'kept'> {
  const sources = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return 'kept';
  await run(...nodeScript(NEXT, 'build'), { NEXT_TELEMETRY_DISABLED: '1' });
  writeFileSync(STAMP, sources);
  return 'built';
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const files = statSync(source).isDirectory()
      ? readdirSync(source, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
      : [source];
    for (const file of files.toSorted().filter((each) => !NOT_BUILT.test(each.replaceAll(path.sep, '/'))))
      hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}
