import { chromium, type Browser } from '@playwright/test';
import type { Figure } from '../dev/bench';
import { sqliteUrl, startMeasured, type MeasuredServer } from './servers';

const RESULTS = '/harbour-bank/assessments/fraud-scoring-q4-2026/results';

const PAGES: [name: string, path: string, bound: number][] = [
  ['landing', '/?stay=1', 12],
  ['short check', '/check', 12],
  ['sign-in', '/signin', 12],
  ['organisation', '/harbour-bank', 12],
  ['team', '/harbour-bank/teams/fraud-scoring', 12],
  ['answering', '/harbour-bank/assessments/fraud-scoring-q1-2027?at=rollback', 45],
  ['results with What if', `${RESULTS}?whatif=1`, 30],
  ['results', RESULTS, 30],
  ['gaps', RESULTS.replace('results', 'gaps'), 12],
  ['report', RESULTS.replace('results', 'report'), 12],
  ['AWS questionnaire', RESULTS.replace('results', 'aws'), 12],
  ['library', '/harbour-bank/library', 12],
  ['capability', '/harbour-bank/library/capabilities/rollback', 12],
  ['settings', '/harbour-bank/settings', 12],
];

/** Script bytes on the wire (gzip, as the server sends them) until the page is quiet, above a page with nothing but the root layout. */
export async function benchPages(executablePath: string): Promise<Figure[]> {
  const server = await startMeasured(sqliteUrl());
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const floor = await scriptBytes(browser, server, '/blank');
    const figures: Figure[] = [];
    for (const [name, path, bound] of PAGES) {
      const bytes = await scriptBytes(browser, server, path);
      figures.push({
        name: `JavaScript: ${name}`,
        value: (bytes - floor) / 1000,
        unit: 'kB',
        bound,
        better: 'lower',
        how: `above ${(floor / 1000).toFixed(1)} kB of an empty page`,
      });
    }
    return figures;
  } finally {
    await browser.close();
    server.process.kill();
  }
}

async function scriptBytes(
  browser: Browser,
  { address, cookie }: MeasuredServer,
  path: string,
): Promise<number> {
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
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
  const response = await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
  if (response?.status() !== 200) throw new Error(`${path} answered ${response?.status()}`);
  await context.close();
  return bytes;
}
