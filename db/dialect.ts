/** Whether a database was named; an empty name is none. */
export const isDatabaseNamed = (process.env['DATABASE_URL'] ?? '') !== '';

/** `file:./path/to.db`, `file::memory:` or `postgres://…`; read once, because the tables are built for one engine. */
export const databaseUrl = process.env['DATABASE_URL'] || 'file:./.data/rungs.db';

export const isPostgres = /^postgres(ql)?:\/\//.test(databaseUrl);

/** What may be said of it in a message: never its user and password. */
export const databaseName = databaseUrl.replace(/\/\/.*@/, '//…@').replace(/\?.*$/, '');
