import { parse } from 'csv-parse/sync';
import { marked } from 'marked';
import * as z from 'zod';
import { githubCsv } from './github-csv';
import { githubIssues } from './github-issues';
import { planItems } from './plan-items';
import { aHostilePlan, aPlan } from './testing';

/** The body of `POST /repos/{owner}/{repo}/issues`, with the lengths that GitHub takes. */
const issues = z.array(
  z.strictObject({
    title: z.string().min(1).max(256),
    body: z.string().max(65_536),
    labels: z.array(z.string().min(1).max(50)).max(100),
  }),
);

test('there is an issue for each step, with its key once, where nobody sees it', () => {
  const plan = aHostilePlan();
  const read = issues.parse(JSON.parse(githubIssues(plan)));
  const items = planItems(plan);
  expect(read.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
  for (const [index, { body }] of read.entries())
    expect(Array.from(body.matchAll(/<!-- rungs-key: (\S+) -->/g), ([, key]) => key)).toEqual([
      items[index]?.key,
    ]);
});

test('what is critical can be filtered', () => {
  const plan = aPlan();
  const read = issues.parse(JSON.parse(githubIssues(plan)));
  expect(read.map(({ labels }) => labels.includes('critical-path'))).toEqual(
    plan.roadmap.steps.map(({ slack }) => slack === 0),
  );
});

test('a person’s text in a body is text: no tag, hidden link, picture, heading, table or mention', () => {
  for (const { body } of issues.parse(JSON.parse(githubIssues(aHostilePlan())))) {
    const html = marked.parse(body.replace(/<!-- rungs-key: .* -->/, ''), { async: false });
    const tags = new Set(Array.from(html.matchAll(/<\/?([a-z0-9]+)[^>]*>/g), ([, name]) => name));
    expect([...tags].filter((name) => !['p', 'strong', 'ul', 'li', 'a'].includes(name ?? ''))).toEqual([]);
    // An address that is written out is a link on GitHub, and shows where it goes.
    for (const [, address = '', text = ''] of html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g))
      expect([/^https?:/.test(address), text.startsWith('http')]).toEqual([true, true]);
    expect(body).not.toMatch(/(^|\s)@\w/);
  }
});

test('the CSV has the same issues, with the quarter as milestone', () => {
  const plan = aPlan();
  const rows = parse<Record<string, string>>(githubCsv(plan, { forSpreadsheet: false }), { columns: true });
  const json = issues.parse(JSON.parse(githubIssues(plan)));
  expect(rows.map(({ title, description, labels }) => ({ title, body: description, labels }))).toEqual(
    json.map((issue) => ({ ...issue, labels: issue.labels.join(',') })),
  );
  for (const { milestone } of rows) expect(milestone).toMatch(/^Q[1-4] 20\d\d$/);
});

test('in a spreadsheet no cell begins a formula', () => {
  const rows = parse(githubCsv(aHostilePlan()), { bom: true });
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
});
