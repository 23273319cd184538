import { database } from '@/db/client';
import { isDatabaseNamed } from '@/db/dialect';
import { content } from '../content/load';
import { ISSUED_WORDS, recomputedWords, UNCHANGED_WORDS } from '../domain/verified-words';
import { readSealed } from '../reports/read-sealed';
import { verifyAlone, verifyHere } from '../reports/verify-report';
import { oneFile, readText } from './arguments';
import { BadInput } from './bad-input';
import { refuseUnmigrated } from './installation';

/** What a report in JSON may hold. */
const MOST_BYTES = 20_000_000;

/** `rungs verify REPORT.json [--json]`: with DATABASE_URL against that installation, otherwise by today's content alone. Exit code 3 where anything differs. */
export async function verify(args: string[]): Promise<void> {
  const { file, values } = oneFile('verify', args, { json: { type: 'boolean' } });
  const read = readSealed(readText(file, MOST_BYTES));
  if (!read.ok) throw new BadInput([`${file}: ${read.message}`]);
  const known = content();
  if (isDatabaseNamed) await refuseUnmigrated();
  const found = isDatabaseNamed
    ? await verifyHere({ db: database(), content: known }, read.value)
    : verifyAlone(known, read.value);
  const { report, unchanged, issuedHere, differences, edition } = found;
  if (values.json === true) console.log(JSON.stringify(found, null, 2));
  else {
    console.log(`${report.title}: ${report.subject}, ${report.issue}, ${report.on}`);
    console.log(UNCHANGED_WORDS[unchanged ? 'yes' : 'no']);
    console.log(ISSUED_WORDS[issuedHere]);
    console.log(recomputedWords(differences, edition.version));
    for (const { at, says, computed } of differences ?? [])
      console.log(`  ${at}: the report says ${says}, its answers give ${computed}`);
  }
  if (!unchanged || issuedHere === 'no' || (differences?.length ?? 0) > 0) process.exitCode = 3;
}
