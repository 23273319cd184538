import 'server-only';
import { findingsOf, type Finding } from '@/db/findings';
import type { ActorContext } from '../context';

export type FindingRow = Finding;

/** What was found beside the answers of an assessment, in order. */
export const listFindings = ({ db, actor }: ActorContext, assessmentId: string): Promise<FindingRow[]> =>
  findingsOf(db, actor.orgId, assessmentId);
