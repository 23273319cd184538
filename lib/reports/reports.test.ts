import { commit, exactlyOne } from '@/db/commit';
import { reportIssueById } from '@/db/reports';
import { updateTeam } from '@/db/teams';
import type { World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { finishedWorld } from '../assessments/testing';
import { differencesOf } from '../domain/verify-report';
import { answeredWorld } from '../plans/testing';
import { contextOf } from '../testing';
import { createReport } from './create-report';
import { deleteReport } from './delete-report';
import { issueReport } from './issue-report';
import { openDocument } from './open-document';
import { fileOfReport } from './report-file';
import { hashOfReport } from './seal-report';
import { saveReport, saveReportInput } from './save-report';

const fresh = freshDb();

type Made = { world: World; report: string };

async function aReport(world: World): Promise<Made> {
  const wanted = { id: world.assessment.id, title: 'Board report', edition: 'full', only: null } as const;
  const made = await createReport(contextOf(fresh.db, world), wanted);
  if (!made.ok) throw new Error(made.message);
  return { world, report: made.value.id };
}

const finished = async () => aReport(await finishedWorld(fresh.db, { questionnaires: ['aws', 'google'] }));
const draft = async () => aReport(await answeredWorld(fresh.db));

const issue = (
  { world, report }: Made,
  status: 'draft' | 'final',
  { version, changes = '', minutes = 100 }: { version: number; changes?: string; minutes?: number },
) =>
  issueReport(
    contextOf(fresh.db, world, { minutes }),
    { id: world.assessment.id, report, version, changes },
    status,
  );

const open = ({ world, report }: Made, wanted?: string) =>
  openDocument(contextOf(fresh.db, world, { minutes: 200 }), {
    ...{ id: world.assessment.id, report, issue: wanted },
  });

const save = ({ world, report }: Made, fields: Record<string, unknown>) =>
  saveReport(
    contextOf(fresh.db, world),
    saveReportInput.parse({
      ...{ org: 'any', id: world.assessment.id, report, version: 1, title: 'Board report' },
      ...{ edition: 'full', plan: 'team', distribution: '', sections: ['summary', 'answers'], ...fields },
    }),
  );

async function issued(
  made: Made,
  ...args: [status: 'draft' | 'final', options: { version: number; changes?: string }]
) {
  const result = await issue(made, ...args);
  if (!result.ok) throw new Error(result.message);
  return result.value.id;
}

test('an issue is frozen: a renamed team and new settings change what comes next, and not what was handed over', async () => {
  const made = await finished();
  const first = await issued(made, 'final', { version: 1 });
  await commit(fresh.db, (tx) => [
    exactlyOne(updateTeam(tx, made.world.team, { name: 'Payments' }), () => new Error('stale')),
  ]);
  await save(made, { version: 2, title: 'Another title' });
  const [then, now] = [await open(made, first), await open(made)];
  if (!then.ok || !now.ok) throw new Error('expected both');
  expect(then.value.sealed.document).toMatchObject({
    ...{ title: 'Board report', issue: { status: 'final', number: '1.0' } },
  });
  expect(now.value.sealed.document).toMatchObject({
    ...{ title: 'Another title', issue: { status: 'draft', number: '1.1 in the making' } },
    earlier: [{ status: 'final', number: '1.0' }],
  });
});

test('an issued report gives the same bytes each time', async () => {
  const made = await finished();
  const first = await issued(made, 'final', { version: 1 });
  const take = async () => {
    const wanted = { id: made.world.assessment.id, report: made.report, issue: first, paper: 'a4' } as const;
    const file = await fileOfReport(contextOf(fresh.db, made.world, { minutes: Math.random() * 900 }), {
      ...{ ...wanted, format: 'pdf' },
    });
    if (!file.ok) throw new Error(file.message);
    return Buffer.from(file.value.file).toString('base64');
  };
  expect(await take()).toBe(await take());
});

test('drafts are numbered before the first final, and a correction says what is different', async () => {
  const made = await finished();
  await issued(made, 'draft', { version: 1 });
  await issued(made, 'draft', { version: 2 });
  await issued(made, 'final', { version: 3 });
  expect(await issue(made, 'final', { version: 4 })).toMatchObject({
    ...{ ok: false, fields: { changes: 'say what is different from final 1.0' } },
  });
  const last = await issued(made, 'final', { version: 4, changes: 'Rollback: rung 1.\n\n' });
  expect(await reportIssueById(fresh.db, made.world.org.id, last)).toMatchObject({
    ...{ status: 'final', number: '1.1', changes: ['Rollback: rung 1.'] },
  });
});

test('a draft assessment gives drafts alone', async () => {
  const made = await draft();
  expect(await issue(made, 'final', { version: 1 })).toMatchObject({ ok: false, code: 'invalid' });
  expect(await issue(made, 'draft', { version: 1 })).toMatchObject({ ok: true });
});

test('of two who issue at once the second is told, and one number is given once', async () => {
  const made = await finished();
  const both = await Promise.all([
    issue(made, 'final', { version: 1 }),
    issue(made, 'final', { version: 1 }),
  ]);
  expect(both.map(({ ok }) => ok).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
});

test('a report of which a final was handed over stays; one with drafts alone can go', async () => {
  const [kept, gone] = [await finished(), await finished()];
  await issued(kept, 'final', { version: 1 });
  await issued(gone, 'draft', { version: 1 });
  const remove = ({ world, report }: Made) =>
    deleteReport(contextOf(fresh.db, world), { id: world.assessment.id, report });
  expect(await remove(kept)).toMatchObject({ ok: false, code: 'invalid' });
  expect(await remove(gone)).toMatchObject({ ok: true });
});

test('settings keep the order of parts; a questionnaire, plan or firm that is not there is refused by name', async () => {
  const made = await finished();
  const ordered = { sections: ['summary', 'answers', 'gaps'], 'place.gaps': '1', 'place.summary': '2' };
  expect(await save(made, { ...ordered, 'place.answers': '3', distribution: ' Piet \n\nAna' })).toMatchObject(
    {
      ok: true,
    },
  );
  const now = await open(made);
  expect(now.ok && now.value.sealed.document).toMatchObject({
    ...{ sections: ['gaps', 'summary', 'answers'], distribution: ['Piet', 'Ana'] },
  });
  for (const [field, value] of [
    ['only', 'microsoft'],
    ['plan', 'no-such-scenario'],
    ['firm', 'no-such-firm'],
  ])
    expect(await save(made, { version: 2, [field ?? '']: value })).toMatchObject({
      ...{ ok: false, code: 'invalid', fields: { [field ?? '']: expect.any(String) } },
    });
  expect(await save(made, { version: 2, summary: 'Own words.' })).toMatchObject({
    fields: { summaryBy: expect.any(String) },
  });
});

test('what is sealed can be computed again from the answers in it, and a changed figure is named', async () => {
  const made = await finished();
  const opened = await open(made, await issued(made, 'final', { version: 1 }));
  if (!opened.ok) throw new Error(opened.message);
  const { sealed, content } = opened.value;
  const { seal, ...rest } = sealed;
  expect(hashOfReport(rest)).toBe(seal.hash);
  expect(differencesOf(content, sealed)).toEqual([]);
  const [first] = sealed.document.report.models;
  if (first === undefined) throw new Error('no model');
  const raised = { ...first, level: { ...first.level, certain: 'Scalable' } };
  const report = { ...sealed.document.report, models: [raised, ...sealed.document.report.models.slice(1)] };
  expect(differencesOf(content, { document: { ...sealed.document, report } })).toMatchObject([
    { at: 'report.models.aws.level.certain', says: '"Scalable"' },
  ]);
});

test('a report of another organisation is not found', async () => {
  const [made, other] = [await finished(), await finished()];
  const ctx = contextOf(fresh.db, other.world);
  const wanted = { id: made.world.assessment.id, report: made.report };
  expect(await openDocument(ctx, wanted)).toMatchObject({ ok: false, code: 'not-found' });
  expect(await deleteReport(ctx, wanted)).toMatchObject({ ok: false, code: 'not-found' });
  expect(await issueReport(ctx, { ...wanted, version: 1, changes: '' }, 'draft')).toMatchObject({
    ...{ ok: false, code: 'not-found' },
  });
});
