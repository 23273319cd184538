import { parse } from 'csv-parse/sync';
import { azureDevopsCsv } from './azure-devops-csv';
import { planItems } from './plan-items';
import { aHostilePlan, aPlan } from './testing';

type Row = Record<string, string>;
/** Read by another program than the one that wrote it. */
const read = (csv: string): Row[] => parse(csv, { columns: true, bom: true });

test('tasks stand under their epic by the column of the title, and there is neither an ID nor a parent', () => {
  const plan = aPlan();
  const rows = read(azureDevopsCsv(plan));
  expect(Object.keys(rows[0] ?? {})).toEqual([
    ...['Work Item Type', 'Title 1', 'Title 2', 'Description', 'Priority', 'Tags', 'Assigned To'],
  ]);
  expect(rows[0]?.['Work Item Type']).toBe('Epic');
  let epic = '';
  for (const row of rows) {
    const tags = row['Tags']?.split('; ') ?? [];
    const isEpic = row['Work Item Type'] === 'Epic';
    if (isEpic) epic = tags[1] ?? '';
    expect([row['Title 1'] !== '', row['Title 2'] !== '', tags[1]]).toEqual([isEpic, !isEpic, epic]);
  }
  expect(rows.filter((row) => row['Title 2'] !== '')).toHaveLength(plan.roadmap.steps.length);
});

test('a file stays under the 1,000 items that are taken at once, whatever the plan', () => {
  const { capabilities, lifecycle } = aPlan().content;
  expect(capabilities.length * 4 + lifecycle.domains.length).toBeLessThan(1000);
});

test('each task has its key as the last tag, its priority as a number and its owner with the address', () => {
  const plan = aHostilePlan();
  const rows = read(azureDevopsCsv(plan, { forSpreadsheet: false }));
  const byKey = new Map(rows.map((row) => [row['Tags']?.split('; ').at(-1), row]));
  for (const { key, title, priority, owner } of planItems(plan)) {
    const row = byKey.get(key);
    expect(row).toMatchObject({ 'Title 2': title, Priority: priority === 'High' ? '1' : '2' });
    if (owner?.email === null) expect(row?.['Assigned To']).toBe('');
    else
      expect(row?.['Assigned To']).toMatch(
        new RegExp(`^[^<>]* <${owner?.email.replace('+', String.raw`\+`)}>$`),
      );
  }
});

test('the description is HTML in which a person’s text is text', () => {
  for (const { Description = '' } of read(azureDevopsCsv(aHostilePlan()))) {
    const tags = new Set(Array.from(Description.matchAll(/<\/?([a-z]+)[^>]*>/g), ([, name]) => name));
    expect([...tags].filter((name) => !['p', 'b', 'br', 'ul', 'li', 'a'].includes(name ?? ''))).toEqual([]);
    for (const [, address = ''] of Description.matchAll(/<a ([^>]*)>/g))
      expect(address).toMatch(/^href="https:\/\/rungs\.example\/[^"]*"$/);
    expect(Description).not.toContain('\n');
  }
});

test('in a spreadsheet no cell begins a formula', () => {
  for (const row of read(azureDevopsCsv(aHostilePlan())))
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
});
