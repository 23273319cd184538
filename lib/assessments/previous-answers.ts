import 'server-only';
import { originOf } from '@/db/origins';
import { namesOf } from '@/db/users';
import type { ActorContext } from '../context';
import { canonical } from '../domain/content';
import type { Choice, Evidence } from '../domain/schema/answers';
import type { Capability, Content } from '../domain/schema/content';
import { loadAssessment } from './load-assessment';

/** What was said of one capability last time. */
export type PreviousAnswer = {
  choice: Choice;
  note: string | null;
  evidence: Evidence[];
  by: string;
  at: string;
  /** The chosen rung in the words of that day; `null` where none was chosen. */
  text: string | null;
  /** Whether the ladder still says the same, so that the answer can be kept as it is. */
  same: boolean;
};

/** The finished assessment that a round was begun from. */
export type Previous = { id: string; title: string; answers: Record<string, PreviousAnswer> };

/** What a round asks *still true?* of, by the content that it is answered by; `null` for any other assessment, or where it is gone. */
export async function previousAnswers(
  ctx: ActorContext,
  id: string,
  content: Pick<Content, 'capabilities'>,
): Promise<Previous | null> {
  const origin = await originOf(ctx.db, ctx.actor.orgId, id);
  if (origin?.kind !== 'round') return null;
  const from = await loadAssessment(ctx, origin.fromId);
  if (from === null) return null;
  const now = new Map(content.capabilities.map((capability) => [capability.id, capability]));
  const names = await namesOf(
    ctx.db,
    [...from.answers.values()].map(({ updatedBy }) => updatedBy),
  );
  const answers = from.content.capabilities.flatMap((was): [string, PreviousAnswer][] => {
    const answer = from.assessment.answers[was.id];
    const row = from.answers.get(was.id);
    const today = now.get(was.id);
    if (answer === undefined || row === undefined || today === undefined) return [];
    const { note = null, evidence = [], ...choice } = answer;
    return [
      [
        was.id,
        {
          choice,
          note,
          evidence,
          by: names.get(row.updatedBy) ?? 'somebody',
          at: row.updatedAt.toISOString(),
          text: 'rung' in choice ? (was.rungs[choice.rung]?.text ?? null) : null,
          same: asks(was) === asks(today),
        },
      ],
    ];
  });
  return { id: from.row.id, title: from.row.title, answers: Object.fromEntries(answers) };
}

const asks = ({ question, rungs, notApplicable }: Capability): string =>
  canonical({ question, rungs: rungs.map(({ text }) => text), notApplicable: notApplicable ?? null });
