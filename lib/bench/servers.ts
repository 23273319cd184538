import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SIMULATED_PASSWORD, simulatedEmail } from '../demo/simulated';
import { freePort, run, startNext, untilReady } from '../dev/run';

export const SECRET = 'only for measuring, never anywhere else at all';

export type MeasuredServer = { address: string; cookie: string; process: ChildProcess };

/** The built application on a database of its own with the demo in it, and the cookie of somebody who may answer. */
export async function startMeasured(url: string, env: Record<string, string> = {}): Promise<MeasuredServer> {
  await fillDemo(url);
  const server = await serve(url, env);
  const cookie = await submit(server.address, 'aria-label="Look around the demo"', { door: 'team' });
  return { ...server, cookie };
}

/** Migrates a database and puts the demo into it. */
export const fillDemo = (url: string): Promise<void> =>
  run(process.execPath, [...SCRIPT, 'lib/dev/seed-demo.ts'], { DATABASE_URL: url });

/** The built application on a simulated organisation, and the cookie of its owner. */
export async function startSimulated(url: string): Promise<MeasuredServer> {
  const server = await serve(url);
  const cookie = await submit(`${server.address}/signin`, 'name="email"', {
    email: simulatedEmail('owner'),
    password: SIMULATED_PASSWORD,
  });
  return { ...server, cookie };
}

/** How this project runs a script of its own. */
export const SCRIPT = ['--conditions=react-server', '--import', 'tsx'];

/** The built application on a database that is there, with nobody signed in. */
export async function serve(
  url: string,
  more: Record<string, string> = {},
): Promise<Omit<MeasuredServer, 'cookie'>> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const env = {
    ...more,
    DATABASE_URL: url,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: SECRET,
    RUNGS_DEMO: '1',
    LOG_LEVEL: 'warn',
  };
  const server = startNext(port, env, 'ignore');
  await untilReady(address, server);
  return { address, process: server };
}

/** Tells a server to stop, unless it has gone already, and waits for its end. */
export async function stop(
  { process }: Pick<MeasuredServer, 'process'>,
  signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM',
) {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = once(process, 'exit');
  process.kill(signal);
  await gone;
}

export const sqliteUrl = (): string =>
  `file:${path.join(mkdtempSync(path.join(tmpdir(), 'rungs-bench-')), 'bench.db')}`;

/** Sends the form that has this in it as a browser without JavaScript does, and takes the session's cookie from the answer. */
async function submit(page: string, mark: string, values: Record<string, string>): Promise<string> {
  const response = await send(page, await hiddenFields(page, mark), values);
  const cookie = response.headers.getSetCookie().find((each) => each.includes('session-token'));
  if (cookie === undefined) throw new Error(`${page} let nobody in: ${response.status}`);
  return cookie.split(';')[0] ?? '';
}

/** What the form that has this in it sends before anything is typed. */
export async function hiddenFields(page: string, mark: string): Promise<Map<string, string>> {
  const html = await (await fetch(page)).text();
  const forms = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.find((each) => each.includes(mark)) ?? '';
  const fields = new Map<string, string>();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) =>
      new RegExp(`${name}="([^"]*)"`).exec(input)?.[1]?.replaceAll('&quot;', '"') ?? '';
    fields.set(attribute('name'), attribute('value'));
  }
  return fields;
}

/** Sends a form with what was typed into it, as a browser without JavaScript does. */
export function send(
  page: string,
  hidden: ReadonlyMap<string, string>,
  values: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of [...hidden, ...Object.entries(values)]) body.set(name, value);
  return fetch(page, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { ...headers, origin: new URL(page).origin },
  });
}
