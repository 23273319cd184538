import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { startOwnServer } from './own-server';
import { enter } from './support';

/** A house edition put under an installation that has results of the published one. */

test('new results are marked as of the house, and what was finished before stays as it was', async ({
  page,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rungs-house-'));
  const file = path.join(folder, 'rungs.db');
  copyFileSync(process.env['PRISTINE_DEMO'] ?? '', file);
  const house = path.join(folder, 'content');
  cpSync('content', house, { recursive: true });
  const lifecycle = path.join(house, 'lifecycle.yaml');
  writeFileSync(lifecycle, readFileSync(lifecycle, 'utf8').replace(/^version: .*$/m, '$&\nhouse: acme'));
  const roles = path.join(house, 'roles.yaml');
  writeFileSync(roles, readFileSync(roles, 'utf8').replace(/title: .*/, 'title: Model steward'));
  const own = await startOwnServer({ DATABASE_URL: `file:${file}`, RUNGS_DEMO: '1', CONTENT_DIR: house });

  const health = await fetch(`${own.address}/api/health`);
  expect(await health.json()).toMatchObject({ edition: '2026.1+acme' });
  await page.goto(`${own.address}/about`);
  const edition =
    'Content edition 2026.1+acme, a house edition of acme, changed from the edition as published';
  await expect(page.getByText(edition)).toBeVisible();
  await enter(page, 'consultant', own.address);
  await expect(page.getByRole('contentinfo')).toContainText('content 2026.1+acme');
  await page.goto(`${own.address}/harbour-bank/library/roles`);
  await expect(page.getByText('Model steward').first()).toBeVisible();

  const database = new Sqlite(file);
  const [finished, draft] = ['finished', 'draft'].map((status) =>
    database
      .prepare<[string], { id: string }>(
        `select a.id from assessment a join org o on o.id = a.org_id where o.slug = 'harbour-bank' and a.status = ?
         and not exists (select 1 from gathering g where g.assessment_id = a.id) order by a.id limit 1`,
      )
      .get(status),
  );
  database.close();
  await page.goto(`${own.address}/harbour-bank/assessments/${finished?.id}/results`);
  await expect(page.getByText(/content edition 2026\.1$/)).toBeVisible();
  await page.goto(`${own.address}/harbour-bank/assessments/${draft?.id}/results`);
  await expect(page.getByText(/content edition 2026\.1\+acme$/)).toBeVisible();
  await own.stop();
  rmSync(folder, { recursive: true, force: true });
});
