import { defineConfig } from 'drizzle-kit';
import { isPostgres } from './dialect';

/** For `drizzle-kit generate --config db/drizzle.config.ts`, once for each engine's `DATABASE_URL`. */
export default defineConfig({
  dialect: isPostgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  out: isPostgres ? './db/migrations/postgres' : './db/migrations/sqlite',
});
