import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, existsSync } from 'node:fs';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { type OwnServer, startOwnServer } from './own-server';
import { enter } from './support';

/** A server that is told to stop, on a copy of the demo: what is under way is finished, and nothing is left half done. */

let folder: string;
let file: string;
let own: OwnServer;

async function start(env: Record<string, string> = {}): Promise<void> {
  folder = mkdtempSync(path.join(tmpdir(), 'rungs-stop-'));
  file = path.join(folder, 'rungs.db');
  copyFileSync(process.env['PRISTINE_DEMO'] ?? '', file);
  own = await startOwnServer({ DATABASE_URL: `file:${file}`, RUNGS_DEMO: '1', LOG_LEVEL: 'info', ...env });
}

test.afterEach(async () => {
  await own.stop();
  rmSync(folder, { recursive: true, force: true });
});

const inFile = <Row>(query: string): Row[] => {
  const database = new Sqlite(file);
  const rows = database.prepare<[], Row>(query).all();
  database.close();
  return rows;
};

/** A draft of the demo's bank, by whom the cookie of the page belongs to. */
async function aSave(page: Page, note: string): Promise<{ sent: ClientRequest; rest: string }> {
  const [draft] = inFile<{ id: string; org_id: string }>(
    `select a.id, a.org_id from assessment a join org o on o.id = a.org_id
     where a.status = 'draft' and o.slug = 'harbour-bank'
     and not exists (select 1 from answer b where b.assessment_id = a.id and b.capability = 'rollback')
     and not exists (select 1 from gathering g where g.assessment_id = a.id)`,
  );
  const body = JSON.stringify({
    ...{ org: 'harbour-bank', seen: 0, choice: { rung: 2 }, note, evidence: [] },
    ...{ flagged: false, vendorsSeenFirst: false },
  });
  const cookies = await page.context().cookies();
  const sent = request(`${own.address}/api/assessments/${draft?.id}/answers/rollback`, {
    method: 'PUT',
    headers: {
      origin: own.address,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    },
  });
  sent.write(body.slice(0, 20));
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { sent, rest: body.slice(20) };
}

async function answerTo(sent: ClientRequest): Promise<{ status: number; text: string }> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, text };
}

test('a save that is under way is stored and acknowledged, and the file is closed in order', async ({
  page,
}) => {
  await start();
  await enter(page, 'consultant', own.address);
  const { sent, rest } = await aSave(page, 'Sent while it stopped.');
  const answer = answerTo(sent);
  const ended = once(own.process, 'exit');
  own.process.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 700));
  await expect(fetch(`${own.address}/api/health`)).rejects.toThrow();
  sent.end(rest);
  expect(await answer).toMatchObject({ status: 200 });
  expect(await ended).toEqual([143, null]);
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(inFile(`select note from answer where note = 'Sent while it stopped.'`)).toHaveLength(1);
});

test('a job is given back at once, and the next server finishes it', async ({ page }) => {
  test.setTimeout(120_000);
  await start();
  await enter(page, 'consultant', own.address);
  await page.goto(`${own.address}/harbour-bank/rounds/q4-2026/reports`);
  await page.getByRole('button', { name: 'Make the reports' }).click();
  await expect(page.getByRole('status')).toHaveText(/^[1-9]\d* of \d+/, { timeout: 60_000 });
  const ended = once(own.process, 'exit');
  own.process.kill('SIGTERM');
  await ended;
  expect(inFile('select status, heartbeat_at, losses from job')).toEqual([
    { status: 'running', heartbeat_at: null, losses: 0 },
  ]);
  own = await startOwnServer({ DATABASE_URL: `file:${file}`, RUNGS_DEMO: '1' });
  await expect
    .poll(() => inFile<{ status: string }>('select status from job')[0]?.status, { timeout: 90_000 })
    .toBe('done');
});

test('for as long as a balancer needs it serves and says that it is not ready', async () => {
  await start({ STOP_DELAY_SECONDS: '3' });
  const ended = once(own.process, 'exit');
  own.process.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const ready = await fetch(`${own.address}/api/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable', fails: 'stopping' }]);
  expect((await fetch(`${own.address}/api/health/live`)).status).toBe(200);
  expect((await fetch(`${own.address}/about`)).status).toBe(200);
  await ended;
});

test('a second signal ends it at once, and what never ends holds it for ten seconds', async ({ page }) => {
  await start();
  await enter(page, 'consultant', own.address);
  const left = await aSave(page, 'Never sent.');
  left.sent.on('error', () => undefined);
  const ended = once(own.process, 'exit');
  own.process.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const asked = performance.now();
  own.process.kill('SIGTERM');
  expect(await ended).toEqual([143, null]);
  expect(performance.now() - asked).toBeLessThan(1_000);

  rmSync(folder, { recursive: true, force: true });
  await start();
  await page.context().clearCookies();
  await enter(page, 'consultant', own.address);
  const slow = await aSave(page, 'Never sent either.');
  slow.sent.on('error', () => undefined);
  const bound = once(own.process, 'exit');
  const told = performance.now();
  own.process.kill('SIGTERM');
  await bound;
  const took = performance.now() - told;
  expect(took).toBeGreaterThan(9_000);
  expect(took).toBeLessThan(12_000);
  expect(own.printed()).toContain('not everything was finished in time');
});
