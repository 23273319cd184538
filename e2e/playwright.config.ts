import { defineConfig, devices } from '@playwright/test';

/** Two servers of one production build: the demo on SQLite, and an empty installation on PostgreSQL. */
export default defineConfig({
  testDir: '.',
  globalSetup: './servers.ts',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] === undefined ? {} : { executablePath: process.env['CHROMIUM_PATH'] }),
      // The sandbox needs user namespaces, which root in a container does not have.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
