import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import type { Share } from '@/db/schema/reports';
import { countOpening } from '@/db/shares';
import { audited } from '../audited';
import type { Context } from '../context';
import type { SharedView } from '../domain/shared-view';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { unpacked } from '../packed';
import { passFits } from './share-pass';
import { sharedReport, type SharedReport } from './shared-report';
import { notValid, usableShare } from './usable-share';

export const openShareInput = z.object({ token: z.string().max(200), pass: z.string().max(200).optional() });

/** What a link shows: a frozen scorecard, an issued report, or nothing but that a code is asked for. */
export type OpenedShare =
  | { asks: 'code' }
  | { asks: null; kind: 'scorecard'; view: SharedView; hash: string }
  | ({ asks: null; kind: 'report' } & SharedReport);

/** Opens a link without an account, and counts it once something is shown. */
export async function openShare(
  ctx: Context,
  { token, pass }: z.output<typeof openShareInput>,
): Promise<Result<OpenedShare>> {
  const share = await usableShare(ctx, token);
  if (share === null) return notValid();
  if (share.codeHash !== null && !passFits(share, pass, ctx.now)) return done({ asks: 'code' });
  const report = share.issueId === null ? null : await sharedReport(ctx, share, share.issueId);
  if ((share.issueId !== null && report === null) || !(await counted(ctx, share))) return notValid();
  if (report !== null) return done({ asks: null, kind: 'report', ...report });
  const view = unpacked(share.body) as SharedView;
  return done({ asks: null, kind: 'scorecard', view, hash: share.hash });
}

/** What who asks for a file of a link reads before the code was entered. */
export const asksForCode = () =>
  failed('forbidden', 'This link asks for a code. Open it, enter the code, and take the file from there.');

/** False where the link was taken back since it was read. */
const counted = (ctx: Context, share: Share): Promise<boolean> =>
  unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(countOpening(tx, share, ctx.now), () => new Stale()),
      audited({ ...ctx, actor: { orgId: share.orgId, userId: null } }, tx, 'share.open', share.id),
    ]),
  );
