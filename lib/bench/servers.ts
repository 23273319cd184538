import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, run, startNext, untilReady } from '../dev/run';

const SECRET = 'only for measuring, never anywhere else at all';

export type MeasuredServer = { address: string; cookie: string; process: ChildProcess };

/** The built application on a database of its own with the demo in it, and the cookie of somebody who may answer. */
export async function startMeasured(url: string): Promise<MeasuredServer> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const env = {
    DATABASE_URL: url,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: SECRET,
    RUNGS_DEMO: '1',
    LOG_LEVEL: 'warn',
  };
  await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/dev/seed-demo.ts'], env);
  const server = startNext(port, env, 'ignore');
  await untilReady(address, server);
  return { address, cookie: await signInAs(address), process: server };
}

export const sqliteUrl = (): string =>
  `file:${path.join(mkdtempSync(path.join(tmpdir(), 'rungs-bench-')), 'bench.db')}`;

/** Goes through the team's door of the demo as a browser without JavaScript does. */
async function signInAs(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  const form = /<form[^>]*aria-label="Look around the demo"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1] ?? '';
  const body = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) =>
      new RegExp(`${name}="([^"]*)"`).exec(input)?.[1]?.replaceAll('&quot;', '"') ?? '';
    body.set(attribute('name'), attribute('value'));
  }
  body.set('door', 'team');
  const response = await fetch(address, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: address },
  });
  const cookie = response.headers.getSetCookie().find((each) => each.includes('session-token'));
  if (cookie === undefined) throw new Error(`the demo's door did not open: ${response.status}`);
  return cookie.split(';')[0] ?? '';
}
