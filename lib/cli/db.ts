import { existsSync, realpathSync } from 'node:fs';
import type { Compared } from '@/db/copying';
import { parseOptions } from './arguments';
import { BadInput } from './bad-input';

const text = { type: 'string' } as const;

/** `rungs db copy --from URL --to URL`: a whole installation into an empty database of either engine. */
export async function db([verb = '', ...args]: string[]): Promise<void> {
  if (verb !== 'copy') throw new BadInput([`rungs db: expected copy; got ${verb || 'nothing'}`]);
  const { from, to } = parseOptions('db copy', args, { from: text, to: text });
  if (from === undefined || to === undefined)
    throw new BadInput(['rungs db copy: expected --from URL and --to URL']);
  const [source, target] = [placeOf('--from', from), placeOf('--to', to)];
  if (source.file !== undefined && !existsSync(source.file))
    throw new BadInput([`--from ${source.named}: there is no such file`]);
  if (source.same === target.same) throw new BadInput(['--from and --to are the same database']);
  // The database is chosen when its modules are loaded, so they are loaded only now.
  process.env['DATABASE_URL'] = from;
  const { copyDatabase } = await import('../moving/copy-database');
  const at = new Date();
  const copied = await copyDatabase(to);
  if ('why' in copied)
    throw new BadInput([
      `--${copied.side} ${(copied.side === 'from' ? source : target).named}: ${copied.why}`,
    ]);
  report(copied.value, at);
}

function report(tables: readonly Compared[], at: Date): void {
  const width = Math.max(...tables.map(({ sent }) => sent.table.length));
  const line = (...[table, rows, checksum, same]: string[]) =>
    [table?.padEnd(width), rows?.padStart(9), checksum?.padEnd(16), same].join('  ');
  console.log(line('table', 'rows', 'checksum', 'same'));
  for (const { sent, found } of tables) {
    const same = sent.rows === found.rows && sent.checksum === found.checksum;
    const [rows, sum] = [sent.rows.toLocaleString('en'), sent.checksum.slice(0, 16)];
    console.log(
      line(sent.table, rows, sum, same ? 'yes' : `no: ${found.rows} rows, ${found.checksum.slice(0, 16)}`),
    );
  }
  const rows = tables.reduce((sum, { sent }) => sum + sent.rows, 0).toLocaleString('en');
  const same = tables.every(
    ({ sent, found }) => sent.rows === found.rows && sent.checksum === found.checksum,
  );
  if (same) {
    console.log(
      `All ${rows} rows are there, as they were at ${at.toISOString()}. What was written to the source since then is not.`,
    );
    return;
  }
  console.error('The copy differs from the source, so nothing of it was kept: the target is empty.');
  process.exitCode = 2;
}

type Place = { named: string; same: string; file?: string };

/** An address without user and password, and what it is by whatever name. */
function placeOf(option: string, url: string): Place {
  if (/^file:(?!:memory:$)./.test(url)) {
    const file = url.startsWith('file://')
      ? decodeURIComponent(new URL(url).pathname)
      : url.slice('file:'.length);
    return { named: url, same: existsSync(file) ? realpathSync(file) : file, file };
  }
  const { host, hostname, pathname, port } = addressOf(url);
  if (!/^postgres(ql)?:/.test(url) || hostname === '')
    throw new BadInput([`${option}: expected file:./path/to.db or postgres://user:password@host/database`]);
  return { named: `postgres://${host}${pathname}`, same: `${hostname}:${port || 5432}${pathname}` };
}

function addressOf(url: string): { host: string; hostname: string; pathname: string; port: string } {
  try {
    return new URL(url);
  } catch {
    return { host: '', hostname: '', pathname: '', port: '' };
  }
}
