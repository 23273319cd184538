import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import { jiraCsv } from './jira-csv';
import { planItems } from './plan-items';
import { aHostilePlan, aPlan } from './testing';

type Row = Record<string, string>;
/** Read by another program than the one that wrote it. */
const read = (csv: string): Row[] => parse(csv, { columns: true, bom: true });

test('epics stand before their tasks, and every task names an epic of the file', () => {
  const plan = aPlan();
  const rows = read(jiraCsv(plan));
  const epics = rows.filter((row) => row['Issue Type'] === 'Epic');
  const tasks = rows.filter((row) => row['Issue Type'] === 'Task');
  expect(rows).toEqual([...epics, ...tasks]);
  expect(tasks).toHaveLength(plan.roadmap.steps.length);
  expect(rows.map((row) => row['Issue ID'])).toEqual(rows.map((_, index) => String(index + 1)));
  const domainOf = new Map(epics.map((row) => [row['Issue ID'], row['Labels']?.split(' ')[1]]));
  for (const { Parent = '', Labels = '' } of tasks) expect(Labels.split(' ')[1]).toBe(domainOf.get(Parent));
});

test('each line has what the importer maps: summary, labels without spaces, ISO dates, an address, its key', () => {
  const plan = aHostilePlan();
  const rows = read(jiraCsv(plan, { forSpreadsheet: false }));
  const byKey = new Map(rows.map((row) => [row['Labels']?.split(' ').at(-1), row]));
  for (const item of planItems(plan)) {
    const row = byKey.get(item.key);
    expect(row).toMatchObject({
      ...{ Summary: item.title, Priority: item.priority, Assignee: item.owner?.email ?? '' },
      ...{ 'Start Date': item.startsOn, 'Due Date': item.dueOn },
    });
    expect(row?.['Description']).toContain(`*Key in Rungs*\n${item.key}`);
  }
});

test('without the shield against formulas the text is as it is written, and the first head begins the file', () => {
  const bare = jiraCsv(aHostilePlan(), { forSpreadsheet: false });
  expect(bare.startsWith('Issue ID,Issue Type,Summary,')).toBe(true);
  expect(bare).not.toMatch(/(^|,)"?'/m);
});

test('in a spreadsheet no cell begins a formula', () => {
  const csv = jiraCsv({ ...aHostilePlan(), content: withTitle('=1+1') });
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv);
  expect(errors).toEqual([]);
  for (const cell of data.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
  expect(data.flat()).toContain("'=1+1 1 → 2");
});

test('a person’s text is no markup in Jira: no macro, link, mention or picture', () => {
  for (const { Description = '' } of read(jiraCsv(aHostilePlan())))
    expect(Description).not.toMatch(/(?<!\\)[{}[\]!|]/);
});

function withTitle(title: string) {
  const { content } = aPlan();
  const capabilities = content.capabilities.map((each) =>
    each.id === 'data-validation' ? { ...each, title } : each,
  );
  return { ...content, capabilities };
}
