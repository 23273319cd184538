import { inflateRawSync } from 'node:zlib';
import readWorkbook from 'read-excel-file/node';
import { oneLine } from './clean-text';
import { planItems, type PlanToExport } from './plan-items';
import { planLeftOut, planLevels } from './plan-levels';
import { planXlsx } from './plan-xlsx';
import { aHostilePlan, aPlan } from './testing';

const stampedAt = new Date('2026-12-01T09:30:00Z');

/** Read by another program than the one that wrote it. */
async function read(plan: PlanToExport) {
  const sheets = await readWorkbook(Buffer.from(await planXlsx(plan, { stampedAt })));
  return Object.fromEntries(sheets.map(({ sheet, data: [heads = [], ...rows] }) => [sheet, { heads, rows }]));
}

test('it has six sheets with a row for each step, level, role and quarter, tool, and what is left out', async () => {
  const plan = aPlan();
  const { roadmap } = plan;
  const sheets = await read(plan);
  const { adopt, keep, replace } = roadmap.tooling;
  expect(Object.entries(sheets).map(([name, { rows }]) => [name, rows.length])).toEqual([
    ['Steps', roadmap.steps.length],
    ['Roles by quarter', roadmap.roles.flatMap(({ quarters }) => quarters).length],
    ['Levels', planLevels(plan).length],
    ['Tooling', adopt.length + keep.length + replace.length],
    ['Automation', roadmap.steps.length],
    ['Left out', planLeftOut(plan).length],
  ]);
});

test('dates are dates and person-days are numbers, so that they can be sorted and added up', async () => {
  const plan = aPlan();
  const steps = (await read(plan))['Steps'];
  const at = (head: string) => steps?.heads.indexOf(head) ?? -1;
  for (const [index, item] of planItems(plan).entries()) {
    const row = steps?.rows[index];
    expect([row?.[at('Step')], row?.[at('Key')]]).toEqual([item.title, item.key]);
    expect(row?.[at('Due')]).toEqual(new Date(`${item.dueOn}T00:00:00Z`));
    expect(row?.[at('Person-days')]).toBe(item.step.days);
  }
});

test('a person’s text stays a text, whatever it begins with', async () => {
  const plan = aHostilePlan();
  const steps = (await read(plan))['Steps'];
  const at = (head: string) => steps?.heads.indexOf(head) ?? -1;
  for (const [index, item] of planItems(plan).entries()) {
    const row = steps?.rows[index];
    const own = [item.owner?.name, item.ticket, oneLine(item.note ?? '')];
    expect([row?.[at('Owner')], row?.[at('Ticket')], oneLine(String(row?.[at('Note')]))]).toEqual(own);
  }
});

test('no sheet has a formula or a link', async () => {
  const files = unzipped(Buffer.from(await planXlsx(aHostilePlan(), { stampedAt })));
  const sheets = files.filter(({ name }) => name.startsWith('xl/worksheets/'));
  expect(sheets.length).toBeGreaterThanOrEqual(6);
  for (const { text } of sheets) expect(text).not.toMatch(/<f[ >]|<hyperlink/);
});

test('a plan without steps has the same sheets', async () => {
  const plan = aPlan();
  const tooling = { adopt: [], keep: [], replace: [], elsewhere: [] };
  const empty = { steps: [], roles: [], levels: [], late: [], leftOut: [], tooling };
  const sheets = await read({ ...plan, roadmap: { ...plan.roadmap, ...empty } });
  expect(Object.values(sheets).map(({ rows }) => rows.length)).toEqual([0, 0, 0, 0, 0, 0]);
});

/** The files in an archive, by its central directory. */
function unzipped(zip: Buffer): { name: string; text: string }[] {
  const files: { name: string; text: string }[] = [];
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [length, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + (length ?? 0));
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    files.push({
      name,
      text: (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'),
    });
    at += 46 + (length ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
