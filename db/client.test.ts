import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { database, open, sqliteOf } from './client';
import { isPostgres } from './dialect';

test('loading this module opens nothing, and the application has one database', () => {
  const opened = Symbol.for('rungs.database');
  expect(Reflect.get(globalThis, opened)).toBeUndefined();
  expect(database()).toBe(database());
  expect(Reflect.get(globalThis, opened)).toBeDefined();
});

test('an address of the other engine, or of none, is refused without a word of its password', () => {
  const other = isPostgres ? 'file:./x.db' : 'postgres://me:hunter2@host/rungs';
  for (const url of [other, 'mysql://me:hunter2@host/rungs', 'me:hunter2']) {
    expect(() => open(url)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  }
});

if (!isPostgres) {
  test('a file is made with its folder, keeps what was acknowledged, and refuses dangling references', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'rungs-db-'));
    const { db, close } = open(`file:${folder}/deep/rungs.db`);
    const setting = (name: string) => sqliteOf(db).$client.pragma(name, { simple: true });
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2);
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('busy_timeout')).toBe(5000);
    await close();
    await rm(folder, { recursive: true });
  });
}
