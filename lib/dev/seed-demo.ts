import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { database } from '@/db/client';
import { metaValue } from '@/db/meta';
import { migrate } from '@/db/migrate';
import { readAssessmentFile } from '../assessments/read-assessment-file';
import { contentFolder } from '../content/load';
import { newContext } from '../context';
import { DEMO_MARK } from '../demo/demo-mode';
import { seedDemo, type ExampleAssessment } from '../demo/seed';

/** Migrates and fills the database that `DATABASE_URL` names, unless the demo is in it already; refuses one with other data. */
const blank = !(await hasTables());
await migrate(database());
const ctx = newContext();
if ((await metaValue(ctx.db, DEMO_MARK.key)) === DEMO_MARK.value) {
  console.log('  the demo data is there already');
} else if (!blank) {
  console.error('  this database holds something else than the demo; it is left as it is');
  process.exitCode = 1;
} else {
  await seedDemo(ctx, examples());
  console.log('  24 teams of Harbour Bank and the public projects are in');
}

async function hasTables(): Promise<boolean> {
  return metaValue(database(), DEMO_MARK.key).then(
    () => true,
    () => false,
  );
}

function examples(): ExampleAssessment[] {
  const folder = path.join(contentFolder(), 'examples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => {
      const result = readAssessmentFile(ctx.content, readFileSync(path.join(folder, name), 'utf8'));
      if (!result.ok)
        throw new Error(
          `${name}: ${result.faults.map(({ line, message }) => `${line}: ${message}`).join('; ')}`,
        );
      return { slug: name.replace(/\.yaml$/, ''), assessment: result.assessment };
    });
}
