import { isPostgres } from './dialect';
import { engineWords } from './engine';
import { freshDb } from './testing';

const fresh = freshDb();

test('an engine says its version and what a write is worth that it has acknowledged', async () => {
  expect(await engineWords(fresh.db)).toMatch(
    isPostgres
      ? /^\d+\.\d+.*, fsync (on|off), synchronous_commit \w+, full_page_writes (on|off)$/
      : /^3\.\d+\.\d+, journal_mode \w+, synchronous FULL$/,
  );
});
