import { type Db, postgresOf, sqliteOf } from './client';
import { isPostgres } from './dialect';

const SYNCHRONOUS = ['OFF', 'NORMAL', 'FULL', 'EXTRA'];

/** The engine with its version, and the settings that say what a write is worth that it has acknowledged. */
export async function engineWords(db: Db): Promise<string> {
  if (!isPostgres) {
    const client = sqliteOf(db).$client;
    const pragma = (name: string) => client.pragma(name, { simple: true });
    const { version } = client.prepare('select sqlite_version() as version').get() as { version: string };
    return `${version}, journal_mode ${String(pragma('journal_mode')).toUpperCase()}, synchronous ${SYNCHRONOUS[Number(pragma('synchronous'))]}`;
  }
  const client = postgresOf(db).$client;
  const show = async (name: string): Promise<string> => {
    const { rows } = await client.query<Record<string, string>>(`show ${name}`);
    return rows[0]?.[name] ?? '';
  };
  const names = ['fsync', 'synchronous_commit', 'full_page_writes'];
  const values = await Promise.all(names.map(async (name) => `${name} ${await show(name)}`));
  return [await show('server_version'), ...values].join(', ');
}
