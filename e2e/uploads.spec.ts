import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { startOwnServer, type OwnServer } from './own-server';
import { signUp } from './support';

/** On a server of its own, whose memory is looked at. */

let own: OwnServer;
let address = '';
let server: ChildProcess;
let cookie = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  own = await startOwnServer();
  ({ address, process: server } = own);
  const page = await browser.newPage();
  await signUp(page, { organisation: 'Uploads', team: 'First' }, address);
  const cookies = await page.context().cookies();
  cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await page.close();
});

test.afterAll(() => own.stop());

const THIRTY_MB = 30_000_000;
const BOUNDARY = 'a-boundary-of-the-tests';

/** A form with one file of so many bytes, and the hidden fields by which the page knows its form. */
function multipart(fields: Record<string, string>, bytes: number): Buffer {
  const part = (name: string, more: string, value: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}`;
  return Buffer.concat([
    ...Object.entries(fields).map(([name, value]) => Buffer.from(`${part(name, '', value)}\r\n`)),
    Buffer.from(part('file', '; filename="large.json"\r\nContent-Type: application/json', '')),
    Buffer.alloc(bytes, 'x'),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}

const send = (
  to: string,
  body: Buffer | ReadableStream,
  { type = `multipart/form-data; boundary=${BOUNDARY}`, method = 'POST', redirect = 'manual' as const } = {},
) =>
  fetch(`${address}${to}`, {
    ...{ method, redirect, duplex: 'half', body: body as BodyInit },
    headers: { cookie, origin: address, 'content-type': type, accept: 'text/html' },
  });

/** The hidden fields of the form of a page that takes a file. */
async function hiddenFields(to: string): Promise<Record<string, string>> {
  const html = await (await fetch(`${address}${to}`, { headers: { cookie } })).text();
  const form = html.split('<form').find((each) => each.includes('type="file"')) ?? '';
  const inputs = form.split('</form>')[0]?.matchAll(/<input type="hidden"[^>]*>/g) ?? [];
  const attribute = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  const plain = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...inputs].map(([input]) => [attribute(input, 'name'), plain(attribute(input, 'value'))]),
  );
}

/** What the server holds of memory, in MB; only Linux tells it so. */
function residentMb(): number | null {
  if (process.platform !== 'linux') return null;
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
}

/** A form of the server, as a browser without JavaScript sends it; what the page says of it in the end. */
async function said(response: Response): Promise<string> {
  const to = response.headers.get('location');
  if (to === null) return response.text();
  return (await fetch(new URL(to, address), { headers: { cookie } })).text();
}

const FORMS = ['/verify', '/uploads/settings/brand', '/uploads/settings/people', '/uploads/teams', '/signin'];

test('thirty megabytes are refused everywhere by a sentence with the limit, and the server does not keep them', async () => {
  test.setTimeout(120_000);
  const large = multipart({}, THIRTY_MB);
  const before = residentMb();
  for (const form of FORMS) {
    const response = await send(form, large);
    expect([form, response.status < 500]).toEqual([form, true]);
    expect([303, 413]).toContain(response.status);
    expect([form, await said(response)]).toEqual([form, expect.stringMatching(/2(\.\d)? MB/)]);
  }
  for (const route of ['/api/assessments/x/answers/rollback', '/api/auth/callback/credentials']) {
    const response = await send(route, large, { type: 'application/json', method: 'PUT' });
    expect([route, response.status, await response.text()]).toEqual([
      ...[route, 413],
      'That is too large: 30.1 MB were sent, and at most 2.5 MB are taken. Nothing was changed.\n',
    ]);
  }
  const after = residentMb();
  if (before !== null && after !== null) expect(after - before).toBeLessThan(120);
});

test('a body that does not say how long it is is cut off as well', async () => {
  const stream = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]).stream();
  const json = await send('/api/assessments/x/answers/rollback', stream(Buffer.alloc(THIRTY_MB, ' ')), {
    ...{ type: 'application/json', method: 'PUT' },
  });
  expect([json.status, await json.json()]).toMatchObject([
    422,
    { message: 'The request is larger than 200000 bytes.' },
  ]);
  const before = residentMb();
  for (const form of ['/verify', '/uploads/settings/brand']) {
    const fields = await hiddenFields(form);
    expect(Object.keys(fields).length).toBeGreaterThan(0);
    // No browser sends a form so. The framework cuts it off at 3 MB and calls that a fault of its own; nothing is told of it.
    const text = await (await send(form, stream(multipart(fields, THIRTY_MB)))).text();
    expect(text).not.toMatch(/exceeded|\.js:\d/);
  }
  const after = residentMb();
  if (before !== null && after !== null) expect(after - before).toBeLessThan(120);
  expect((await fetch(`${address}/api/health`)).status).toBe(200);
});

test('a file between the limits of the page and of the server is refused by the page', async () => {
  const response = await send('/verify', multipart(await hiddenFields('/verify'), 2_450_000));
  expect([response.status, await response.text()]).toEqual([
    200,
    expect.stringContaining('A report in JSON has at most 2.4 MB.'),
  ]);
});

test('bodies that break off, and bodies of another kind than they say, leave the server as it was', async () => {
  for (const to of ['/verify', '/uploads/settings/brand', '/api/assessments/x/answers/rollback']) {
    const socket = connect(Number(new URL(address).port), 'localhost');
    await once(socket, 'connect');
    socket.write(
      `${to.startsWith('/api') ? 'PUT' : 'POST'} ${to} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nOrigin: ${address}\r\n` +
        `Content-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: 1000000\r\n\r\n`,
    );
    socket.write(multipart({}, 1000).subarray(0, 900));
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.destroy();
  }
  const strange: [string, string, Buffer][] = [
    ['/verify', 'application/octet-stream', Buffer.alloc(1000)],
    ['/uploads/settings/brand', 'application/json', Buffer.from('{')],
  ];
  for (const [to, type, body] of strange) {
    const { status } = await send(to, body, { type });
    expect([to, type, status < 500]).toEqual([to, type, true]);
  }
  // No browser sends these. The framework reads a form before any page does and calls it a fault of its own; nothing is told of it.
  for (const type of ['multipart/form-data', `multipart/form-data; boundary=${BOUNDARY}`])
    expect(await (await send('/verify', Buffer.from('no parts'), { type })).text()).not.toMatch(
      /FormData|\.js:\d/,
    );
  const route = await send('/api/assessments/x/answers/rollback', Buffer.from('{}'), {
    ...{ type: 'text/plain', method: 'PUT' },
  });
  expect([route.status, await route.json()]).toMatchObject([422, { message: 'Expected application/json.' }]);
  expect((await fetch(`${address}/api/health`)).status).toBe(200);
  expect(server.exitCode).toBeNull();
});
