import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { PAGES } from '../../e2e/matrix-routes';
import type { Figure } from './figure';
import { inDatabase } from './in-database';
import { fillDemo, SCRIPT, SECRET, serve, sqliteUrl, stop } from './servers';

const OTHERS = 12;
/** In kB; every other page has the bound of all others. */
const BOUNDS: Record<string, number> = {
  '/[org]/assessments/[id]': 45,
  '/answer/[token]': 45,
  '/[org]/assessments/[id]/people/[respondent]/answers': 45,
  '/[org]/assessments/[id]/results': 30,
};

/** Where the table of all pages leads to nothing that somebody would see: the same pages with something in them. */
const FILLED: Record<string, string> = {
  '/[org]/assessments/[id]': '/{org}/assessments/{draft}?at=rollback',
  '/answer/[token]': '/answer/{guest}',
  '/[org]/rounds/[round]': '/{org}/rounds/{round}',
  '/[org]/assessments/[id]/people/[respondent]/answers':
    '/{org}/assessments/{alone}/people/{written}/answers',
};

/** Views of a page that send more than the page. */
const VIEWS: Record<string, string> = {
  '/[org]/assessments/[id]/results with What if': '/{org}/assessments/{finished}/results?whatif=1',
};

/** Of a built page why it is not measured. */
const NOT_MEASURED: Record<string, string> = {
  '/blank': 'the empty page itself',
  '/account/connect': 'there where a provider is configured alone; like the page of the account',
};

/** Script bytes on the wire (gzip, as the server sends them) until the page is quiet, above a page with nothing but the root layout. */
export async function benchPages(executablePath: string): Promise<Figure[]> {
  const url = sqliteUrl();
  await fillDemo(url);
  const { cookies, things } = await seedThings(url);
  const server = await serve(url);
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const bytes = (address: string) =>
      scriptBytes(browser, `${server.address}${filled(address, things)}`, cookies['owner'] ?? '');
    const floor = await bytes('/blank');
    const figures: Figure[] = [];
    for (const [page, address] of addresses())
      figures.push({
        name: `JavaScript: ${page}`,
        value: ((await bytes(address)) - floor) / 1000,
        unit: 'kB',
        bound: BOUNDS[page.replace(/ with .*$/, '')] ?? OTHERS,
        better: 'lower',
        how: `above ${(floor / 1000).toFixed(1)} kB of an empty page`,
      });
    return figures;
  } finally {
    await browser.close();
    await stop(server);
  }
}

/** Every page of the build; one that no table knows is an error, so that none is forgotten. */
function addresses(): [page: string, address: string][] {
  const paths = JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as object;
  const built = Object.keys(paths)
    .filter((path) => path.endsWith('/page') && !path.startsWith('/_'))
    .map((path) => path.replaceAll(/\/\([^)]*\)/g, '').replace(/\/page$/, '') || '/');
  const measured = built.filter((page) => NOT_MEASURED[page] === undefined);
  return [
    ...measured.map((page): [string, string] => {
      const address = FILLED[page] ?? PAGES[page]?.address;
      if (address === undefined) throw new Error(`${page} has no row in e2e/matrix-routes.ts`);
      return [page, address];
    }),
    ...Object.entries(VIEWS),
  ];
}

type Seeded = { cookies: Record<string, string>; things: Record<string, string> };

/** One of each thing that an address can name, a guest and somebody whose answers the owner writes down among them. */
async function seedThings(url: string): Promise<Seeded> {
  const { stdout } = await promisify(execFile)(process.execPath, [...SCRIPT, 'lib/dev/seed-matrix.ts'], {
    env: { ...process.env, DATABASE_URL: url, NEXTAUTH_URL: 'http://localhost', NEXTAUTH_SECRET: SECRET },
  });
  const { cookies, things } = JSON.parse(stdout) as Seeded;
  const asked = await inDatabase(url, 'asked', things['alone'] ?? '', things['member'] ?? '');
  return { cookies, things: { ...things, ...asked } };
}

const filled = (address: string, things: Record<string, string>): string =>
  address.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const thing = things[name];
    if (thing === undefined || thing === '') throw new Error(`${address}: there is no ${name}`);
    return thing;
  });

async function scriptBytes(browser: Browser, address: string, cookie: string): Promise<number> {
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: new URL(address).origin }]);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  client.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const response = await page.goto(address, { waitUntil: 'networkidle' });
  if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status()}`);
  await context.close();
  return bytes;
}
