import type { World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { saveBrand } from '../brands/save-brand';
import { readPdf } from '../pdf/read-pdf';
import { contextOf } from '../testing';
import { exportPlan, exportPlanInput } from './export-plan';
import { answeredWorld, saved } from './testing';

const fresh = freshDb();

process.env['NEXTAUTH_URL'] = 'https://rungs.example';
process.env['NEXTAUTH_SECRET'] = 'of the tests, forty characters or longer';

const { format: FORMATS } = exportPlanInput.shape;

const take = (world: World, format: (typeof FORMATS.options)[number], scenario?: string) => {
  const ctx = contextOf(fresh.db, world);
  const wanted = {
    id: world.assessment.id,
    format,
    scenario,
    for: 'spreadsheet' as const,
    paper: 'a4' as const,
    by: 'domain' as const,
  };
  return exportPlan({ ...ctx, org: world.org }, wanted);
};

test('every way out gives a file that speaks of the scenario, with keys of its team', async () => {
  const world = await answeredWorld(fresh.db);
  const scenario = await saved(fresh.db, world, { name: 'With a hire' });
  for (const format of FORMATS.options) {
    const taken = await take(world, format, scenario);
    if (!taken.ok) throw new Error(taken.message);
    const { file, nameParts, ending } = taken.value;
    expect(nameParts).toEqual([world.org.name, world.team.name, 'With a hire', expect.any(String)]);
    expect(format).toMatch(
      { csv: /csv/, json: /json/, ics: /calendar/, md: /markdown/, xlsx: /xlsx/, pdf: /pdf/ }[ending],
    );
    if (typeof file === 'string')
      expect(file.replaceAll(/\r\n[ \t]/g, '')).toContain(`rungs/${world.team.id}/`);
    else expect(Buffer.from(file).subarray(0, 2).toString()).toMatch(/^(PK|%P)$/);
  }
});

test('the PDF carries the brand of the organisation', async () => {
  const world = await answeredWorld(fresh.db);
  const chosen = { name: 'Harbour Bank plc', accent: '#1F4E79', confidentiality: 'For the board alone' };
  await saveBrand(contextOf(fresh.db, world), { ...chosen, version: 0 });
  const taken = await take(world, 'pdf', await saved(fresh.db, world));
  if (!taken.ok || typeof taken.value.file === 'string') throw new Error('no PDF');
  const { author, pages } = await readPdf(taken.value.file);
  expect(author).toBe('Harbour Bank plc');
  expect(pages.every((page) => page.includes('For the board alone'))).toBe(true);
});

test('another organisation’s scenario and assessment are not found', async () => {
  const [mine, theirs] = [await answeredWorld(fresh.db), await answeredWorld(fresh.db)];
  const scenario = await saved(fresh.db, theirs);
  expect(await take(mine, 'markdown', scenario)).toMatchObject({ code: 'not-found' });
  expect(await take({ ...mine, assessment: theirs.assessment }, 'markdown')).toMatchObject({
    code: 'not-found',
  });
});
