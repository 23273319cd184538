import { chromium } from '@playwright/test';
import { sqliteUrl, startMeasured } from './servers';

const REPORT = '/harbour-bank/assessments/fraud-scoring-q4-2026/report';

export type PagePrinter = { print: () => Promise<Uint8Array>; stop: () => Promise<void> };

/** A browser that has the application's report page open, ready to print it on A4 in the looks that the page has for paper. */
export async function openReportPage(executablePath: string): Promise<PagePrinter> {
  const { address, cookie, process: server } = await startMeasured(sqliteUrl());
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const stop = async () => {
    await browser.close();
    server.kill();
  };
  try {
    const context = await browser.newContext();
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: address }]);
    const page = await context.newPage();
    const response = await page.goto(`${address}${REPORT}`, { waitUntil: 'networkidle' });
    if (response?.status() !== 200) throw new Error(`${REPORT} answered ${response?.status()}`);
    return { print: () => page.pdf({ format: 'A4', printBackground: true }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
