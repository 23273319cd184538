import { content, documentOf, look } from './fixtures';
import { readPdf } from './read-pdf';
import { readStructure, within, type PdfElement } from './read-structure';
import { renderReportPdf } from './render';

let pages: PdfElement[];
let bookmarks: string[];

beforeAll(async () => {
  const { pdf } = await renderReportPdf(documentOf(), content, look);
  pages = await readStructure(pdf);
  ({ bookmarks } = await readPdf(pdf));
});

const all = () => pages.flatMap(within);
const having = (role: string) => all().filter((each) => each.role === role);

test('headings are in order and leave out no level, and each bookmark is one', () => {
  const levels = all().flatMap(({ role, text }) => {
    const level = /^H(\d)$/.exec(role)?.[1];
    return level === undefined ? [] : [{ level: Number(level), text }];
  });
  expect(levels.length).toBeGreaterThan(bookmarks.length);
  let before = 0;
  for (const { level, text } of levels) {
    expect([text, level <= before + 1]).toEqual([text, true]);
    before = level;
  }
  const chapters = levels.filter(({ level }) => level === 1).map(({ text }) => text);
  expect(chapters.filter((text) => bookmarks.includes(text))).toEqual(bookmarks);
});

test('each table begins with header cells, and no row has a cell without one', () => {
  const tables = having('Table');
  expect(tables.length).toBeGreaterThan(10);
  for (const table of tables) {
    const [head, ...rows] = within(table).filter(({ role }) => role === 'TR');
    const columns = head?.children.length ?? 0;
    expect([table.text.slice(0, 60), new Set(head?.children.map(({ role }) => role))]).toEqual([
      table.text.slice(0, 60),
      new Set(['TH']),
    ]);
    for (const row of rows) expect([row.text, row.children.length <= columns]).toEqual([row.text, true]);
  }
});

test('each picture says in words what it shows', () => {
  const figures = having('Figure');
  expect(figures.length).toBeGreaterThan(3);
  expect(figures.filter(({ alt }) => (alt ?? '').trim() === '')).toEqual([]);
});

test('what is read next stands lower on the page or further right', () => {
  const blocks = new Set(['H1', 'H2', 'H3', 'P', 'Table', 'Figure', 'L']);
  for (const [number, page] of pages.entries()) {
    const flow = within(page).filter(({ role, at }) => blocks.has(role) && at !== null);
    for (const [index, block] of flow.entries()) {
      const before = flow[index - 1]?.at;
      if (before === undefined || before === null || block.at === null) continue;
      const onward = block.at.y <= before.y + 1 || block.at.x > before.x;
      expect([number + 1, block.text.slice(0, 60), onward]).toEqual([
        number + 1,
        block.text.slice(0, 60),
        true,
      ]);
    }
  }
});
