import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';
import { isPostgres } from './dialect';

type Names = readonly [string, ...string[]];

const sqlite = {
  table: lite.sqliteTable,
  text: (name: string) => lite.text(name),
  oneOf: <const V extends Names>(name: string, values: V) => lite.text(name, { enum: values }),
  int: (name: string) => lite.integer(name),
  bool: (name: string) => lite.integer(name, { mode: 'boolean' }),
  instant: (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
  json: <T>(name: string) => lite.text(name, { mode: 'json' }).$type<T>(),
  index: lite.index,
  unique: lite.unique,
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
};

const postgres = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  oneOf: <const V extends Names>(name: string, values: V) => pg.text(name, { enum: values }),
  int: (name: string) => pg.integer(name),
  bool: (name: string) => pg.boolean(name),
  instant: (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3 }),
  json: <T>(name: string) => pg.jsonb(name).$type<T>(),
  index: pg.index,
  unique: pg.unique,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
} satisfies Record<keyof typeof sqlite, unknown>;

/**
 * What a table is made of, for the engine in use. The compiler believes in SQLite: a mistake that only
 * PostgreSQL would refuse is found by the tests, which is why every one of them runs on both.
 */
export const column = isPostgres ? (postgres as unknown as typeof sqlite) : sqlite;
