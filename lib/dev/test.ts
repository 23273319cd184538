import { ensureBrowser } from './browser';
import { build } from './build';
import { nodeScript, run, script } from './run';

/** `npm test`: every check and every test there is, each with its time. Stops at the first that fails; skips nothing. */
const STEPS: [string, () => Promise<unknown>][] = [
  [
    'checks: types, lint, format, directions, dead code, content',
    () => run('npm', ['run', '--silent', 'check']),
  ],
  [
    'unit, property, database and use-case tests, on SQLite and PostgreSQL',
    () =>
      run(...nodeScript('--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--maxWorkers=100%')),
  ],
  ['production build', build],
  [
    'browser journeys',
    async () => {
      const CHROMIUM_PATH = await ensureBrowser();
      await run(
        ...nodeScript('node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'),
        { CHROMIUM_PATH },
      );
    },
  ],
];

await script(async () => {
  for (const [index, [name, step]] of STEPS.entries()) {
    console.log(`\n[${index + 1}/${STEPS.length}] ${name}`);
    const begun = performance.now();
    await step();
    console.log(
      `[${index + 1}/${STEPS.length}] done in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
  }
});
