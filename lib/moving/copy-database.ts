import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { database } from '@/db/client';
import { type Compared, type CopyLine, copyOut } from '@/db/copying';
import { type Outcome, sayingWhy } from './saying-why';

export type Copied = Outcome<Compared[]> & { side: 'from' | 'to' };

/**
 * Copies everything from the database of this process into the empty one at `to`, all of it or nothing. Tables are built for one engine when
 * modules are loaded, so a process of its own writes; it gets the address by its environment, which other accounts cannot see.
 */
export async function copyDatabase(to: string): Promise<Copied> {
  const target = spawn(
    process.execPath,
    [...process.execArgv, fileURLToPath(new URL('copy-target.ts', import.meta.url))],
    { env: { ...process.env, DATABASE_URL: to }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const [ended, said] = [once(target, 'exit'), text(target.stdout)];
  const sent = await sayingWhy(() => copyOut(database(), sender(target)));
  target.stdin.end();
  await ended;
  const told = outcomeOf(await said);
  // A target that has ended takes no rows: it knows why, and the source does not.
  if ('why' in sent && !('why' in told && target.stdin.errored)) return { ...sent, side: 'from' };
  return { ...told, side: 'to' };
}

function sender({ stdin, stdout }: ChildProcess): (line: CopyLine) => Promise<void> {
  if (stdin === null || stdout === null) throw new Error('started without pipes');
  const broken = new Promise<never>((_, reject) => stdin.once('error', reject));
  broken.catch(() => {});
  return async (line) => {
    if (stdin.errored) throw stdin.errored;
    if (!stdin.write(`${oneLine(line)}\n`)) await Promise.race([once(stdin, 'drain'), broken]);
  };
}

/** What reads lines takes these two for the end of one, and JSON lets them stand. */
const oneLine = (line: CopyLine): string =>
  JSON.stringify(line)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);

function outcomeOf(said: string): Outcome<Compared[]> {
  if (said === '')
    return {
      why: 'the process that wrote ended before it was done, and nothing is there. Run the command again',
    };
  return JSON.parse(said) as Outcome<Compared[]>;
}
