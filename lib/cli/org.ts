import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { orgBySlug } from '@/db/orgs';
import { verifyAudit } from '../audit/verify-audit';
import { plural } from '../domain/labels';
import { MOST } from '../moving/archive-format';
import { exportOrg } from '../moving/export-org';
import { importOrg } from '../moving/import-org';
import { onePositional, readBytes } from './arguments';
import { BadInput, valueOf, writingFault } from './bad-input';
import { installation } from './installation';

/** `rungs org export | import`: an organisation as an archive, out of the installation of DATABASE_URL and into it. */
export async function org([verb = '', ...args]: string[]): Promise<void> {
  if (verb === 'export') return exportTo(args);
  if (verb === 'import') return importFrom(args);
  throw new BadInput([`rungs org: expected export or import; got ${verb || 'nothing'}`]);
}

async function exportTo(args: string[]): Promise<void> {
  const { positional: slug, values } = onePositional('org export', args, { out: { type: 'string' } }, 'SLUG');
  if (values.out === undefined) throw new BadInput(['rungs org export: expected --out FILE']);
  const ctx = await installation();
  const found = await orgBySlug(ctx.db, slug);
  if (found === undefined) throw new BadInput([`${slug}: there is no such organisation`]);
  const by = { place: 'command line' as const, actor: { orgId: found.id, userId: null } };
  const { chunks } = valueOf(await exportOrg({ ...ctx, ...by, org: found }));
  const bytes = await writeChunks(values.out, chunks);
  console.log(`${found.name} is in ${values.out}, ${bytes.toLocaleString('en')} bytes`);
}

async function importFrom(args: string[]): Promise<void> {
  const { positional: file } = onePositional('org import', args, {}, 'FILE');
  const bytes = readBytes(file, MOST.bytes);
  const ctx = await installation();
  const { org: there, rows, known, added } = valueOf(await importOrg(ctx, bytes), file);
  console.log(`${there.name} is here as ${there.slug}, with ${plural(rows, 'row')}`);
  console.log(
    `${plural(known + added, 'account')}: ${known} by an address that is known here, ${added} new and without a password`,
  );
  const { fault } = await verifyAudit(ctx.db, there.id);
  console.log(
    fault === null ? 'Its audit log holds' : `Its audit log is broken at line ${fault.seq}, ${fault.kind}`,
  );
}

/** Under its name only when it is whole. */
async function writeChunks(output: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const part = `${output}.part`;
  let bytes = 0;
  try {
    const file = openSync(part, 'w', 0o600);
    try {
      for await (const chunk of chunks) bytes += writeSync(file, chunk);
    } finally {
      closeSync(file);
    }
    renameSync(part, output);
    return bytes;
  } catch (error) {
    rmSync(part, { force: true });
    throw writingFault(output, error) ?? error;
  }
}
