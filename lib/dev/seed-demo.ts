import { database } from '@/db/client';
import { metaValue } from '@/db/meta';
import { migrate } from '@/db/migrate';
import { sealOldLines } from '../audit/seal-old-lines';
import { newContext } from '../context';
import { DEMO_MARK } from '../demo/demo-mode';
import { examples } from '../demo/examples';
import { seedDemo } from '../demo/seed';

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
  await seedDemo(ctx, examples(ctx.content));
  await sealOldLines(ctx);
  console.log('  the teams of Harbour Bank and the public projects are in');
}

async function hasTables(): Promise<boolean> {
  return metaValue(database(), DEMO_MARK.key).then(
    () => true,
    () => false,
  );
}
