import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { nodeScript, run, Stop } from './run';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium that is here: the one that is named, the system’s, or Playwright’s own. */
export const foundBrowser = (): string | undefined =>
  [process.env['CHROMIUM_PATH'], ...SYSTEM, chromium.executablePath()].find(
    (file) => file !== undefined && file !== '' && existsSync(file),
  );

/** The path of a Chromium: the system's, else Playwright's own, else Debian's when root. Throws `Stop` naming what to install. */
export async function ensureBrowser(): Promise<string> {
  const own = foundBrowser();
  if (own !== undefined) return own;
  console.log('No Chromium here; fetching Playwright’s');
  await run(...nodeScript('node_modules/@playwright/test/cli.js', 'install', 'chromium')).catch(
    () => undefined,
  );
  if (foundBrowser() === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Playwright’s could not be fetched; installing Debian’s chromium');
    await run('apt-get', ['update', '-qq']).catch(() => undefined);
    await run('apt-get', ['install', '-y', '-qq', 'chromium']).catch(() => undefined);
  }
  const installed = foundBrowser();
  if (installed === undefined)
    throw new Stop(
      'Chromium is needed, and there is none: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
    );
  console.log(execFileSync(installed, ['--version']).toString().trim());
  return installed;
}
