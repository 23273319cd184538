import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';

// db/dialect.ts reads it when it is loaded, and this file runs before any test file is.
process.env.DATABASE_URL = globalThis.engine === 'postgres' ? process.env.PG_URL : 'file::memory:';

// As Next's server does before it loads anything else: its request store is there for tests, too.
globalThis.AsyncLocalStorage = AsyncLocalStorage;

process.env.LOG_LEVEL = 'silent';

// A project's own testTimeout is not read by Jest, and 5 s is too short for a PDF on a busy machine.
import.meta.jest.setTimeout(60_000);

const errors = [];
console.error = (...args) => {
  errors.push(format(...args));
};

afterEach(() => {
  const printed = errors.splice(0);
  if (printed.length > 0) throw new Error(`console.error during the test:\n${printed.join('\n')}`);
});
