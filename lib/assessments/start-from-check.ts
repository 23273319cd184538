import 'server-only';
import { orgBySlug } from '@/db/orgs';
import type { Context } from '../context';
import { decodeAnswers } from '../domain/check-answers';
import { MODEL_IDS } from '../domain/vocabulary';
import type { SignedUp } from '../users/sign-up';
import { startAssessment } from './start-assessment';

/** Turns the answers of the short check into the first assessment of a new team; `null` where there are none to keep. */
export async function startFromCheck(
  ctx: Context,
  { userId, org, team }: SignedUp,
  kept: string | undefined,
): Promise<string | null> {
  const answers = decodeAnswers(ctx.content, kept ?? '');
  const found = await orgBySlug(ctx.db, org);
  if (Object.keys(answers).length === 0 || found === undefined) return null;
  const started = await startAssessment(
    { ...ctx, actor: { userId, orgId: found.id, role: 'owner' } },
    {
      team,
      title: quarterOf(ctx.now),
      questionnaires: [...MODEL_IDS],
      scope: undefined,
      useCases: undefined,
      inProduction: undefined,
    },
    answers,
  );
  return started.ok ? started.value.id : null;
}

/** `Q4 2026`, the usual name of an assessment. */
export const quarterOf = (date: Date): string =>
  `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`;
