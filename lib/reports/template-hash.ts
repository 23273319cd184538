import 'server-only';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../version';

const folder = path.join(process.cwd(), 'lib/pdf');

let known: string | undefined;

/** SHA-256 over the templates and the version of the product, which words what they print. */
export function templateHash(): string {
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(version().version);
  for (const file of readdirSync(folder).toSorted())
    if (file.endsWith('.typ')) hash.update(file).update(readFileSync(path.join(folder, file)));
  return (known = hash.digest('hex'));
}
