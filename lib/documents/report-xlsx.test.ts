import readWorkbook from 'read-excel-file/node';
import { assumedInput } from '../domain/plan-input';
import type { Finding, ReportDocument } from '../domain/report-document';
import { buildRoadmap } from '../domain/roadmap';
import { realContent } from '../domain/testing';
import { emptyDocument, hostileDocument, HOSTILE_TEXTS, oneVendorDocument, sampleDocument } from './fixtures';
import { reportXlsx } from './report-xlsx';
import type { DocumentOptions } from './source';
import { partsOf, wordsOf } from './testing';

const content = realContent();
const options: DocumentOptions = { paper: 'a4', locale: 'en-GB' };
const sample = sampleDocument(content);
const NO_FINDING: Finding = { headline: '', text: '', recommendation: '', capabilities: [], evidence: [] };

/** Read by another program than the one that wrote it. */
async function read(document: ReportDocument) {
  const sheets = await readWorkbook(Buffer.from(await reportXlsx(document, content, options)));
  return new Map(
    sheets.map(({ sheet, data: [heads = [], ...rows] }) => [
      sheet,
      {
        heads,
        rows,
        column: (head: string) => rows.map((row) => row[heads.indexOf(head)]),
      },
    ]),
  );
}

test('has a row for each answer, level, gap, step, finding and statement', async () => {
  const sheets = await read(sample);
  expect([...sheets.keys()]).toEqual([
    ...['Summary', 'Answers', 'Scores', 'Gaps', 'Roadmap', 'Levels', 'Findings', 'Criteria'],
  ]);
  const { report, plan } = sample;
  const rows = (name: string) => sheets.get(name)?.rows.length;
  expect(rows('Answers')).toBe(report.capabilities.length);
  expect(rows('Gaps')).toBe(report.gaps.length);
  expect(rows('Roadmap')).toBe((plan?.roadmap.steps.length ?? 0) + (plan?.roadmap.leftOut.length ?? 0));
  expect(rows('Criteria')).toBe(report.models.flatMap(({ statements }) => statements).length);
  const levels = report.models.flatMap((model) => model.levels).length;
  expect(rows('Scores')).toBe(levels + report.areas.length + 4 + 3 + 2 + 2);
});

test('has the findings as plain text, with what they are about and what shows them', async () => {
  const [first] = sample.findings;
  const text = 'One **strong** word\n\n- a point\n- another';
  const document = { ...sample, findings: [{ ...first, ...NO_FINDING, ...first, text }] };
  const findings = (await read(document)).get('Findings');
  expect(findings?.column('Finding')).toEqual(['One strong word\na point\nanother']);
  expect(findings?.column('Headline')).toEqual([first?.headline]);
  expect(findings?.column('Recommendation')).toEqual([wordsOf(first?.recommendation ?? '').join('\n')]);
  expect(findings?.column('Capabilities')).toEqual(['Model deployment\nRollback']);
  expect(findings?.column('Evidence')).toEqual([
    'Release of 2 October · https://tickets.harbour.example/fraud-scoring/4127',
  ]);
  expect((await read({ ...sample, findings: [] })).has('Findings')).toBe(false);
});

test('says when the plan reaches each level, as days that can be sorted', async () => {
  const levels = (await read(sample)).get('Levels');
  const planned = sample.plan?.roadmap.levels ?? [];
  expect(levels?.rows).toHaveLength(planned.length);
  expect(levels?.column('Day')).toEqual(
    planned.map(({ when }) => (when === null ? null : new Date(`${when.day}T00:00:00Z`))),
  );
  expect(levels?.column('Level')[0]).toBe('AWS Repeatable');
  const bare = await read({ ...sample, plan: null });
  expect([bare.has('Levels'), bare.has('Money')]).toEqual([false, false]);
});

test('has what the plan costs by role and quarter where there are day rates', async () => {
  const { assessment } = sample;
  const { targets, roster, ...settings } = assumedInput(assessment.targets, assessment.date);
  const priced = { ...roster, dayRates: { 'ml-engineer': 800 }, currency: 'EUR' };
  const roadmap = buildRoadmap(content, { ...assessment, targets }, { ...settings, roster: priced });
  const money = (await read({ ...sample, plan: { name: 'Priced', roadmap } })).get('Money');
  const all = money?.column('All EUR') ?? [];
  expect(all.at(-1)).toBeCloseTo(roadmap.money?.total ?? 0);
  expect(all.filter((each) => each !== null)).toHaveLength(2);
  const [row] = money?.rows.filter(([role]) => role === 'ML engineer') ?? [];
  expect(row?.[2]).toBe('given');
  const quarters = row?.slice(3, -1).map(Number) ?? [];
  expect(quarters.reduce((sum, each) => sum + each, 0)).toBeCloseTo(roadmap.money?.total ?? 0);
  expect((await read(sample)).has('Money')).toBe(false);
});

test('has the figures of the report as numbers and its days as days', async () => {
  const sheets = await read(sample);
  const { report, plan } = sample;
  expect(sheets.get('Answers')?.column('Rung')).toEqual(
    report.capabilities.map(({ standing }) => (typeof standing === 'number' ? standing : null)),
  );
  expect(sheets.get('Gaps')?.column('Person-days, most')).toEqual(report.gaps.map(({ days }) => days.most));
  expect(sheets.get('Roadmap')?.column('Done')).toEqual(
    plan?.roadmap.steps.map(({ doneOn }) => new Date(`${doneOn}T00:00:00Z`)),
  );
  expect(sheets.get('Criteria')?.column('Holds')).toEqual(
    report.models.flatMap(({ statements }) => statements.map(({ holds }) => holds)),
  );
  expect(
    sheets
      .get('Scores')
      ?.column('Share')
      .filter((each) => typeof each === 'number').length,
  ).toBeGreaterThan(20);
});

test('keeps the heads in sight and gives each column a filter', async () => {
  const parts = partsOf(await reportXlsx(sample, content, options));
  for (const number of [2, 3, 4, 5, 6, 7, 8]) {
    const sheet = parts.get(`xl/worksheets/sheet${number}.xml`) ?? '';
    expect(sheet).toContain('<autoFilter');
    expect(sheet).toContain('state="frozen"');
  }
});

test('makes no formula and loses no word of what people wrote', async () => {
  const file = await reportXlsx(hostileDocument(content), content, options);
  for (const [name, xml] of partsOf(file))
    if (name.startsWith('xl/worksheets')) expect(xml).not.toMatch(/<f[ >]/);
  const sheets = await read(hostileDocument(content));
  const notes = sheets.get('Answers')?.column('Note').join('\n') ?? '';
  for (const text of [HOSTILE_TEXTS[1], HOSTILE_TEXTS[3], HOSTILE_TEXTS[6], 'x'.repeat(200)])
    expect(notes).toContain(text);
});

test('gives the same bytes for the same document', async () => {
  const [first, second] = [
    await reportXlsx(sample, content, options),
    await reportXlsx(sample, content, options),
  ];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('is whole without answers, without a plan and for one vendor', async () => {
  const empty = await read(emptyDocument(content));
  expect(
    empty
      .get('Answers')
      ?.column('Answer')
      .every((each) => each === 'not answered'),
  ).toBe(true);
  const bare = await read({ ...sample, plan: null });
  expect(bare.get('Roadmap')?.rows).toHaveLength(sample.report.steps.length);
  const google = await read(oneVendorDocument(content));
  expect(new Set(google.get('Criteria')?.column('Model'))).toEqual(new Set(['Google']));
});
