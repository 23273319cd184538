import path from 'node:path';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import parsePrometheus from 'parse-prometheus-text-format';
import { type OwnServer, startOwnServer } from './own-server';
import { signUp } from './support';

/** What an operator sees of a running server: health, the log, the metrics. */

const TOKEN = 'a token of the journeys';
let own: OwnServer;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  own = await startOwnServer({ LOG_LEVEL: 'debug', METRICS_TOKEN: TOKEN, TRUST_PROXY: '1' });
});
test.afterAll(() => own.stop());

type Line = Record<string, unknown> & { request?: string; reference?: string };

/** The lines of the log so far. What Next.js prints before it starts ours is no JSON. */
const lines = (): Line[] =>
  own
    .printed()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

/** The one line that is so; it may be written a moment after the answer was read. */
async function lineWith(is: (line: Line) => boolean): Promise<Line | undefined> {
  await expect.poll(() => lines().filter(is).length).toBe(1);
  return lines().find(is);
}

const metrics = async () => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  return (await fetch(`${own.address}/api/metrics`, { headers })).text();
};

/** How many requests of a route the metrics count; the parser forgets the labels of a histogram. */
async function counted(route: string): Promise<number> {
  const lines = (await metrics()).split('\n').filter((line) => line.startsWith(`${REQUESTS}_count{`));
  const ofRoute = lines.filter((line) => line.includes(`route="${route}"`));
  return ofRoute.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

const REQUESTS = 'rungs_http_request_duration_seconds';

test('health says which version answers, with which edition, engine and migration', async () => {
  for (const address of ['/api/health', '/api/health/ready']) {
    const response = await fetch(own.address + address);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ...{ status: 'ready', version: expect.any(String), edition: expect.any(String) },
      ...{ database: 'SQLite', migration: expect.stringMatching(/^\d{4}_/) },
    });
  }
  expect(await (await fetch(`${own.address}/api/health/live`)).json()).toEqual({ status: 'live' });
});

test('each request has one line with the route’s pattern, and never the secret in its path', async () => {
  const secrets = ['/s/Sup3rSecret', '/s/Sup3rSecret/pdf', '/answer/Sup3rSecret', '/invite/Sup3rSecret'];
  for (const address of [...secrets, '/password/Sup3rSecret', '/confirm/address/Sup3rSecret?a=Sup3rSecret']) {
    const response = await fetch(own.address + address);
    const id = response.headers.get('x-request-id');
    await response.text();
    const about = await lineWith(({ request, msg }) => request === id && msg === 'answered');
    expect(about).toMatchObject({ method: 'GET', status: response.status, ms: expect.any(Number) });
    expect(about?.['route']).toMatch(/\[token\]/);
  }
  expect(own.printed()).not.toContain('Sup3rSecret');
});

test('behind a trusted proxy a request keeps the id that it came with, if that is one word', async () => {
  const idOf = async (sent: string) => {
    const headers = { 'x-request-id': sent };
    return (await fetch(`${own.address}/api/health/live`, { headers })).headers.get('x-request-id');
  };
  expect(await idOf('0af7651916cd43dd8448eb211c80319c')).toBe('0af7651916cd43dd8448eb211c80319c');
  expect(await idOf('two words","level":60')).toMatch(/^[0-9a-f-]{36}$/);
});

test('where no proxy is trusted every request gets an id of its own', async () => {
  const direct = await startOwnServer();
  const headers = { 'x-request-id': '0af7651916cd43dd8448eb211c80319c' };
  const response = await fetch(`${direct.address}/api/health/live`, { headers });
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect((await fetch(`${direct.address}/api/metrics`)).status).toBe(404);
  await direct.stop();
});

test('the metrics are there for who shows the token, and count what was asked and saved', async ({
  page,
}) => {
  expect((await fetch(`${own.address}/api/metrics`)).status).toBe(404);
  const wrong = { authorization: `Bearer ${TOKEN}x` };
  expect((await fetch(`${own.address}/api/metrics`, { headers: wrong })).status).toBe(404);

  const before = await counted('/about');
  for (let visit = 0; visit < 3; visit += 1) await (await fetch(`${own.address}/about`)).text();
  expect(await counted('/about')).toBe(before + 3);

  const { email } = await signUp(page, { organisation: 'Measured Bank', team: 'Cards' }, own.address);
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.waitForURL(/\/assessments\/[^/?]+/);
  await page.goto(`${page.url().split('?')[0]}?at=rollback`, { waitUntil: 'networkidle' });
  await page.keyboard.press('3');
  await expect(page.getByRole('status').filter({ hasText: /Saved/ }).first()).toBeVisible();

  const text = await metrics();
  const families = new Map(parsePrometheus(text).map((family) => [family.name, family.metrics]));
  const value = (name: string, labels: Record<string, string>) =>
    families.get(name)?.find((each) => JSON.stringify(each.labels ?? {}) === JSON.stringify(labels))?.value;
  expect(Number(value('rungs_answers_saved_total', { kind: 'shared' }))).toBeGreaterThanOrEqual(1);
  expect(value('rungs_streams_open', {})).toBe('1');
  expect(value('rungs_jobs', { state: 'queued' })).toBe('0');
  expect(families.get(REQUESTS)?.[0]?.buckets?.['+Inf']).toBeDefined();
  for (const name of ['process_resident_memory_bytes', 'process_cpu_seconds_total', 'rungs_info'])
    expect(families.has(name), name).toBe(true);
  expect(Number(value('nodejs_eventloop_lag_p99_seconds', {}))).toBeGreaterThan(0);
  for (const secret of [email, 'Measured', 'measured-bank', 'Cards', 'Ada'])
    expect(text).not.toContain(secret);
  expect(text.split('\n').length).toBeLessThan(1_000);
});

test('what a person quotes after a bug leads to its lines, from a page as from a form', async ({ page }) => {
  await signUp(page, { organisation: 'Quoting', team: 'Cards' }, own.address);
  const phrases = `${own.address}/quoting/settings/phrases`;
  await page.goto(phrases, { waitUntil: 'networkidle' });
  const file = new Sqlite(path.join(own.folder, 'own.db'));
  file.exec('alter table phrase rename to phrase_gone');

  await page.getByRole('textbox').first().fill('A phrase that nobody may read in a log');
  await page.getByRole('textbox').nth(1).fill('Words that nobody may read in a log');
  await page.getByRole('main').getByRole('button').last().click();
  const said = page.getByText(/quote [0-9a-f]{8}/);
  const [, reference] = /quote ([0-9a-f]+)/.exec((await said.textContent()) ?? '') ?? [];
  const line = await lineWith((each) => each.reference === reference);
  expect(line).toMatchObject({ where: 'action', err: { code: 'SQLITE_ERROR' } });
  const posted = await lineWith(({ request, msg }) => request === line?.request && msg === 'answered');
  expect(posted?.['method']).toBe('POST');

  await page.goto(phrases);
  const digest = /quote (\w+)/.exec((await page.getByText(/quote \w+/).textContent()) ?? '')?.[1];
  const thrown = await lineWith((each) => each.reference === digest);
  expect(thrown).toMatchObject({
    where: 'page',
    route: '/[org]/settings/phrases',
    err: { message: expect.stringContaining('phrase') },
  });
  const shown = await lineWith(({ request, msg }) => request === thrown?.request && msg === 'answered');
  expect(shown?.['route']).toBe('/[org]/settings/phrases');
  expect(own.printed()).not.toMatch(/nobody may read|a long enough password/);
  file.exec('alter table phrase_gone rename to phrase');
  file.close();
});
