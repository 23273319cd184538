import { createInterface } from 'node:readline';
import { database } from '@/db/client';
import { type CopyLine, copyIn } from '@/db/copying';
import { sayingWhy } from './saying-why';

/** The process of `copyDatabase` that writes: rows on standard input, and on standard output one object that says what came of it. */
async function* linesOf(): AsyncGenerator<CopyLine> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity }))
    yield JSON.parse(line) as CopyLine;
}

const outcome = JSON.stringify(await sayingWhy(() => copyIn(database(), linesOf())));
// What is still to come is not read any more.
process.stdout.write(outcome, () => process.exit());
