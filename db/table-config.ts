import { getTableConfig as postgresConfig, type PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isPostgres } from './dialect';

/** Keys and references of a table. As in columns.ts, the compiler believes in SQLite. */
export const tableConfig = (table: SQLiteTable) =>
  isPostgres
    ? (postgresConfig(table as unknown as PgTable) as unknown as ReturnType<typeof sqliteConfig>)
    : sqliteConfig(table);
