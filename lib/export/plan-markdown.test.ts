import { marked, type Token, type Tokens } from 'marked';
import { planItems } from './plan-items';
import { planMarkdown } from './plan-markdown';
import { planLeftOut, planLevels } from './plan-levels';
import { aHostilePlan, aPlan } from './testing';

const tokensOf = (text: string): Token[] => marked.lexer(text);
const headings = (text: string) =>
  tokensOf(text).flatMap((token) => (token.type === 'heading' ? [`${token['depth']} ${token['text']}`] : []));
const tables = (text: string) =>
  tokensOf(text).filter((token): token is Tokens.Table => token.type === 'table');

/** What a reader sees of a cell. */
const shown = (cell: Tokens.TableCell | undefined): string => textOf(cell?.tokens ?? []);
const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      'tokens' in token && token.tokens !== undefined ? textOf(token.tokens) : String(wordsOf(token)),
    )
    .join('');
const wordsOf = (token: Token): unknown => ('text' in token ? token.text : '');

test('it has its sections, each with a table, and the steps are under the quarter in which they are due', () => {
  const plan = aPlan();
  const text = planMarkdown(plan);
  expect(headings(text)).toEqual([
    ...['1 MLOpsPython: Plan for 2027 (Harbour Bank)', '2 Levels', '2 Steps'],
    ...headings(text).filter((each) => /^3 Q[1-4] 20\d\d$/.test(each)),
    ...['2 Who is needed when', '2 Hiring', '2 Left out'],
  ]);
  const byHead = (head: string) => tables(text).filter(({ header }) => shown(header[0]) === head);
  expect(byHead('Level')[0]?.rows).toHaveLength(planLevels(plan).length);
  expect(byHead('Step').flatMap(({ rows }) => rows)).toHaveLength(
    plan.roadmap.steps.length + planLeftOut(plan).length,
  );
  expect(byHead('Role')[0]?.rows).toHaveLength(plan.roadmap.roles.length);
  expect(byHead('Role that nobody has')[0]?.rows).toHaveLength(plan.roadmap.hiring.length);
  expect(text).toContain(`${plan.roadmap.late.length} steps end past the 20 weeks of the plan`);
});

test('no text of a person leaves its cell or its line, and none is more than text', () => {
  const [plain, hostile] = [planMarkdown(aPlan()), planMarkdown(aHostilePlan())];
  expect(headings(hostile).slice(1)).toEqual(expect.arrayContaining(headings(plain).slice(3, 4)));
  expect(headings(hostile).filter((each) => each.startsWith('1 '))).toHaveLength(1);
  for (const { header, rows } of tables(hostile))
    for (const row of rows) expect(row).toHaveLength(header.length);
  const html = marked.parse(hostile, { async: false });
  const tags = new Set(Array.from(html.matchAll(/<\/?([a-z0-9]+)[^>]*>/g), ([, name]) => name ?? ''));
  const expected = ['a', 'h1', 'h2', 'h3', 'li', 'p', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'];
  expect([...tags].toSorted()).toEqual(expected);
  for (const [, address = ''] of html.matchAll(/<a href="([^"]*)"/g)) expect(address).toMatch(/^https?:/);
});

test('every word of a person is there to read', () => {
  const plan = aHostilePlan();
  const rows = tables(planMarkdown(plan)).flatMap((table) => table.rows);
  const byKey = new Map(rows.map((row) => [shown(row.at(-1)), row]));
  for (const { key, owner, ticket } of planItems(plan)) {
    const row = byKey.get(key);
    // A mention is cut by a space of no width.
    const [name, where] = [shown(row?.[3]), shown(row?.[6])].map((each) => each.replaceAll('\u200b', ''));
    expect([name, where]).toEqual([owner?.name, ticket]);
  }
});

test('where too much is not known it says what to answer first, and has no table', () => {
  const plan = aPlan();
  const roadmap = {
    ...plan.roadmap,
    ...{
      answerFirst: ['data-validation'],
      steps: [],
      levels: [],
      roles: [],
      hiring: [],
      leftOut: [],
      finish: null,
    },
  };
  const text = planMarkdown({ ...plan, roadmap });
  expect(text).toContain('Answer these first:\n\n- Data validation\n');
  expect(tables(text)).toEqual([]);
});
