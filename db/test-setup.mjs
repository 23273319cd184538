import { format } from 'node:util';

// db/dialect.ts reads it when it is loaded, and this file runs before any test file is.
process.env.DATABASE_URL = globalThis.engine === 'postgres' ? process.env.PG_URL : 'file::memory:';

const errors = [];
console.error = (...args) => {
  errors.push(format(...args));
};

afterEach(() => {
  const printed = errors.splice(0);
  if (printed.length > 0) throw new Error(`console.error during the test:\n${printed.join('\n')}`);
});
