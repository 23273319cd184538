import { dateText, quarterText } from '@/lib/domain/labels';
import type { Roadmap } from '@/lib/domain/roadmap';
import {
  ALL_THE_WAY,
  atRung,
  roadmapOf,
  TEAM,
  THREE_STEPS,
  type Planned,
} from '@/lib/domain/roadmap-testing';
import { levelTitle, planSentences, RANGE_WORDS } from '@/lib/domain/roadmap-words';
import { realContent } from '@/lib/domain/testing';
import { readPdf, type ReadPdf } from './read-pdf';
import { renderRoadmapPdf } from './render';
import { longBrand } from './scorecard-fixtures';
import type { RoadmapToPrint } from './view-roadmap';

const content = realContent();

const toPrint = (roadmap: Roadmap, change: Partial<RoadmapToPrint> = {}): RoadmapToPrint => ({
  ...{ roadmap, content, organisation: 'Harbour Bank', subject: 'Fraud scoring' },
  ...{ plan: 'Two years, team as it is', date: '2026-11-30', paper: 'a4' },
  ...change,
});

async function read(planned: Planned, change: Partial<RoadmapToPrint> = {}) {
  const roadmap = roadmapOf(planned);
  const { pdf } = await renderRoadmapPdf(toPrint(roadmap, change));
  return { roadmap, ...(await readPdf(pdf)) };
}

/** Spaces fall where lines and cells end. */
const closed = (text: string) => text.replaceAll(/\s/g, '');

function expectText({ text }: Pick<ReadPdf, 'text'>, wanted: readonly string[]) {
  const all = closed(text);
  for (const each of wanted) expect(all).toContain(closed(each));
}

const RATES = { 'data-scientist': 900, 'data-engineer': 850, 'ml-engineer': 950 };

describe('the next levels from nothing', () => {
  let standard: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    standard = await read({ roster: { ...TEAM, dayRates: RATES, currency: 'EUR' } });
  });

  test('it is tagged, bookmarked, and says its title, author and language', () => {
    expect(standard.tagged).toBe(true);
    expect(standard.title).toBe('MLOps roadmap: Fraud scoring, Two years, team as it is');
    expect(standard.author).toBe('Harbour Bank');
    expect(standard.language).toMatch(/^en/);
    expect([...standard.roles]).toEqual(
      expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'Figure']),
    );
    expect(standard.bookmarks).toEqual([
      'Fraud scoring',
      'When each step is done',
      'Steps by quarter',
      'Roles',
      'Tools',
      'What people stop doing by hand',
      'What holds the plan up',
    ]);
  });

  test('the first page says what is reached when, what it takes, and who is needed in which quarter', () => {
    const { roadmap, pages } = standard;
    const page = { text: pages[0] ?? '' };
    expectText(page, [...planSentences(content, roadmap), RANGE_WORDS, 'Harbour Bank', 'as of 30 Nov 2026']);
    for (const { model, level, when } of roadmap.levels)
      expectText(page, [levelTitle(content, model, level), dateText(when?.day ?? '')]);
    for (const { title, quarters } of roadmap.roles)
      expectText(page, [title, ...quarters.map(({ quarter }) => quarterText(quarter))]);
    expect(page.text).toContain('EUR');
    // A role that nobody has, and that business cannot hire for the climb.
    expect(page.text).toMatch(/Subject matter expert 0 ▲ \d+/);
    expect(page.text).toMatch(/page 1 of \d+/);
  });

  test('the picture is on the second page, each domain in it', () => {
    const { roadmap, pages } = standard;
    expect(pages[1]).toContain('When each step is done');
    const domains = new Set(roadmap.steps.map(({ domain }) => domain));
    const titles = content.lifecycle.domains.filter(({ id }) => domains.has(id)).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(5);
    expectText({ text: pages[1] ?? '' }, titles);
  });

  test('every step stands in it with what is done, by whom and with what, and what changes', () => {
    const { roadmap } = standard;
    const tools = new Map(content.tools.map(({ id, name }) => [id, name]));
    for (const { title, from, to, action, automation, tools: used } of roadmap.steps)
      expectText(standard, [
        `${title} ${from} → ${to}`,
        action,
        automation.before,
        automation.after,
        ...(used?.tools.map((id) => tools.get(id) ?? id) ?? []),
      ]);
  });

  test('every role has its learning paths with their publishers', () => {
    for (const { upskilling } of standard.roadmap.roles)
      for (const { title, publisher } of upskilling) expectText(standard, [`${title} ${publisher}`]);
    expectText(standard, ['Upskill for it: Platform engineer', 'Name somebody, who learns']);
  });
});

test('the same plan gives the same bytes, and another gives others', async () => {
  const bytes = async (planned: Planned, change: Partial<RoadmapToPrint> = {}) =>
    Buffer.from((await renderRoadmapPdf(toPrint(roadmapOf(planned), change))).pdf).toString('base64');
  const first = await bytes(THREE_STEPS);
  expect(await bytes(THREE_STEPS, { plan: 'Another' })).not.toBe(first);
  expect(await bytes(THREE_STEPS)).toBe(first);
});

test.each([
  { says: '3 steps', planned: THREE_STEPS, most: 6 },
  { says: '54 steps', planned: {}, most: 20 },
  { says: '172 steps', planned: { targets: ALL_THE_WAY }, most: 50 },
])('$says take at most $most pages on both papers, none of them empty', async ({ planned, most }) => {
  for (const paper of ['a4', 'us-letter'] as const) {
    const { pages, roadmap } = await read(planned, { paper });
    expect(pages.length).toBeLessThanOrEqual(most);
    for (const page of pages) expect(page.length).toBeGreaterThan(250);
    expectText(
      { text: pages.join(' ') },
      roadmap.steps.map(({ action }) => action),
    );
  }
});

test('a plan past its horizon says of each late step what it waits for, and marks late levels', async () => {
  const pdf = await read({ targets: ALL_THE_WAY });
  expect(pdf.text).toMatch(/\d+ of these steps end past the horizon of 104 weeks/);
  expect(pdf.text).toContain('Late: past the horizon of the plan.');
  expect(pdf.text).toContain('people’s time');
});

test('with nobody there it names the roles to hire and what waits for them, and no picture', async () => {
  const pdf = await read({ roster: { ...TEAM, roles: {} } });
  expect(pdf.text).toContain('No step can be done with the people that there are.');
  expect(pdf.text).toContain('Roles that nobody has');
  for (const { role } of pdf.roadmap.hiring)
    expectText(pdf, [content.roles.find(({ id }) => id === role)?.title ?? role]);
  expect(pdf.bookmarks).toEqual(['Fraud scoring', 'What holds the plan up']);
});

test('what one hire brings stands beside what is reached without', async () => {
  const { 'ml-engineer': _, ...others } = TEAM.roles;
  const pdf = await read({ roster: { ...TEAM, roles: others } });
  expect(pdf.text).toContain('Nobody is there as ML engineer.');
  const [gap] = pdf.roadmap.hiring;
  expect(gap?.withOne.levels.length).toBeGreaterThan(0);
  for (const { model, level } of gap?.withOne.levels ?? [])
    expect(pdf.pages.at(-1)).toContain(levelTitle(content, model, level));
});

test('nothing to climb is one page that says so', async () => {
  const { pages, text } = await read({ answers: atRung(4) });
  expect(pages).toHaveLength(1);
  expect(text).toContain('Nothing is to be climbed.');
});

test('with too little known there is no plan, but what to answer first', async () => {
  const { pages, text } = await read({ answers: {} });
  expect(pages).toHaveLength(1);
  expect(text).toContain('Answer these first');
  expect(text).not.toContain('When each level is reached');
});

test('without an organisation it is of the subject alone', async () => {
  const { author, text } = await read(THREE_STEPS, { organisation: null });
  expect(author).toBe('Fraud scoring');
  expect(text).toContain('Confidential · Fraud scoring');
});

test('the brand of the organisation is on it: its line on every page in place of ours, its logo on the first', async () => {
  const client = { ...longBrand(400, 100), name: 'Harbour Bank plc', confidentiality: 'For the board alone' };
  const { pages, author, text, roles } = await read(THREE_STEPS, { brand: { firm: null, client } });
  expect(author).toBe('Harbour Bank plc');
  expect(pages[0]).toContain('Harbour Bank plc');
  expect(pages.every((page) => page.includes('For the board alone'))).toBe(true);
  expect(text).not.toContain('Confidential');
  expect(roles.has('Figure')).toBe(true);
  const bytes = async (change: Partial<RoadmapToPrint>) =>
    Buffer.from((await renderRoadmapPdf(toPrint(roadmapOf(THREE_STEPS), change))).pdf).toString('base64');
  const nothing = { name: 'Harbour Bank', accent: null, confidentiality: null, logo: null };
  const [without, unchosen, long] = [
    await bytes({}),
    await bytes({ brand: { firm: null, client: nothing } }),
    await read(THREE_STEPS, { brand: { firm: null, client: longBrand(20, 400) } }),
  ];
  expect(without === unchosen).toBe(true);
  expect(long.pages).toHaveLength(pages.length);
});

const HOSTILE = [
  `Retail ${'and private banking '.repeat(10)}`.slice(0, 200),
  'W'.repeat(200),
  'العربية والتأمين 銀行 👩‍🔬',
  '#panic("stop") $x$ *bold* <label> @ref </svg><script>',
  'Two\nlines\u2028and \ud83d',
];

test.each(HOSTILE.map((name) => [JSON.stringify(name).slice(0, 40), name]))(
  'hostile text is set as text wherever a person can write: %s',
  async (_, name) => {
    const planned = {
      ...THREE_STEPS,
      roster: { ...TEAM, dayRates: RATES, currency: name.slice(0, 8) },
      adjustments: { 'rollback:4': { excluded: name } },
    };
    const pdf = await read(planned, { organisation: name, subject: name, plan: name });
    const letters = (value: string) => value.replaceAll(/[^a-z0-9#$@<>/]/gi, '');
    expect(letters(pdf.text)).toContain(letters(name.slice(0, 40)));
    expect(pdf.hasJavaScript).toBe(false);
    expect(pdf.pages.length).toBeLessThanOrEqual(6);
  },
);

test('signs without a glyph are marked, and the document says so', async () => {
  const { pdf, replaced } = await renderRoadmapPdf(toPrint(roadmapOf(THREE_STEPS), { plan: 'ธน 銀行' }));
  expect(replaced).toEqual(['ธ', 'น']);
  expect((await readPdf(pdf)).text).toContain('printed as □');
});
