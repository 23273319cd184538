import { auditOf } from '@/db/audit';
import { aWorld, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { contextOf } from '../testing';
import { deleteFinding } from './delete-finding';
import { listFindings } from './list-findings';
import { moveFinding } from './move-finding';
import { saveFinding, saveFindingInput } from './save-finding';

const fresh = freshDb();

const write = (world: World, fields: Record<string, unknown> = {}, minutes = 5) =>
  saveFinding(
    contextOf(fresh.db, world, { minutes }),
    saveFindingInput.parse({ org: 'any', id: world.assessment.id, headline: 'Nobody watches', ...fields }),
  );

const listed = async (world: World) => listFindings(contextOf(fresh.db, world), world.assessment.id);
const headlines = async (world: World) => (await listed(world)).map(({ headline }) => headline);

async function written(world: World, fields: Record<string, unknown> = {}, minutes = 5): Promise<string> {
  const result = await write(world, fields, minutes);
  if (!result.ok) throw new Error(result.message);
  return result.value.id;
}

test('a finding is kept with its texts, capabilities and evidence, and the log says so', async () => {
  const world = await aWorld(fresh.db);
  const id = await written(world, {
    ...{ text: 'Seen **twice**.', recommendation: 'Watch.', capabilities: 'rollback' },
    ...{ evidenceTitle: 'Incident 7', evidenceUrl: 'https://harbour.example/7' },
  });
  expect(await listed(world)).toMatchObject([
    {
      ...{ id, headline: 'Nobody watches', text: 'Seen **twice**.', recommendation: 'Watch.' },
      ...{ capabilities: ['rollback'], position: 1 },
      evidence: [{ title: 'Incident 7', url: 'https://harbour.example/7' }],
    },
  ]);
  const [line] = await auditOf(fresh.db, world.org.id, { limit: 1 });
  expect(line).toMatchObject({ action: 'finding.create', resourceId: id });
});

test('changing takes evidence away by its place and adds another; the second of two is told, and nothing is lost', async () => {
  const world = await aWorld(fresh.db);
  const finding = await written(world, { evidenceTitle: 'Old' });
  const change = { finding, version: 1, without: '0', evidenceTitle: 'New' };
  expect(await write(world, { ...change, headline: 'First' })).toMatchObject({ ok: true });
  expect(await write(world, { ...change, headline: 'Second' })).toMatchObject({
    ok: false,
    code: 'conflict',
  });
  expect(await listed(world)).toMatchObject([
    { headline: 'First', version: 2, evidence: [{ title: 'New' }] },
  ]);
});

test.each([
  ['no headline', { headline: ' ' }],
  ['an address that runs a script', { evidenceTitle: 'x', evidenceUrl: 'javascript:alert(1)' }],
  ['more than 5,000 words', { text: 'w'.repeat(40_001) }],
])('%s is refused by the form', (_what, fields) => {
  const raw = { org: 'any', id: 'any', headline: 'Nobody watches', ...fields };
  expect(saveFindingInput.safeParse(raw).success).toBe(false);
});

test('a capability that is not there, evidence without a name and another organisation’s assessment are refused by name', async () => {
  const [world, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  expect(await write(world, { capabilities: 'no-such' })).toMatchObject({
    ...{ ok: false, code: 'invalid', message: 'There is no capability no-such.' },
  });
  expect(await write(world, { evidenceUrl: 'https://harbour.example/7' })).toMatchObject({
    fields: { evidenceTitle: 'name what the address shows' },
  });
  const theirs = saveFindingInput.parse({ org: 'any', id: other.assessment.id, headline: 'x' });
  expect(await saveFinding(contextOf(fresh.db, world), theirs)).toMatchObject({ code: 'not-found' });
});

test('findings keep their order, move by one place, and stay at either end', async () => {
  const world = await aWorld(fresh.db);
  const ids = [
    await written(world, { headline: 'A' }),
    await written(world, { headline: 'B' }, 6),
    await written(world, { headline: 'C' }, 7),
  ];
  const move = (place: number, to: 'up' | 'down') =>
    moveFinding(contextOf(fresh.db, world), { id: world.assessment.id, finding: ids[place] ?? '', to });
  await move(2, 'up');
  expect(await headlines(world)).toEqual(['A', 'C', 'B']);
  await move(0, 'up');
  expect(await headlines(world)).toEqual(['A', 'C', 'B']);
  await move(0, 'down');
  expect(await headlines(world)).toEqual(['C', 'A', 'B']);
});

test('a deleted finding is gone from the list, and the log keeps what it was', async () => {
  const world = await aWorld(fresh.db);
  const finding = await written(world, { text: 'Seen twice.' });
  const wanted = { id: world.assessment.id, finding };
  expect(await deleteFinding(contextOf(fresh.db, world, { minutes: 9 }), wanted)).toMatchObject({ ok: true });
  expect(await listed(world)).toEqual([]);
  expect(await deleteFinding(contextOf(fresh.db, world), wanted)).toMatchObject({ code: 'not-found' });
  const [line] = await auditOf(fresh.db, world.org.id, { limit: 1 });
  expect(line).toMatchObject({ action: 'finding.delete', detail: { text: 'Seen twice.' } });
});
