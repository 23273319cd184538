import { analyseGaps, type GapAnalysis } from './gap';
import { scoringBasis, type Basis } from './requirements';
import type { Assessment } from './assessment';
import type { Adjustments } from './schema/roster';
import type { Capability, Content } from './schema/content';
import { FIND_OUT_DAYS, type NeededStep } from './steps';
import type { Rung } from './vocabulary';

/** One climb as it is to be done, before anybody is asked to do it. Its id is `capability:to`. */
export type Work = {
  id: string;
  capability: string;
  to: Rung;
  /** Person-days by role: of the content or changed; with half a day to find out where nobody knows where the capability stands. */
  effort: Record<string, number>;
  /** Shortest calendar time, however many help. */
  weeks: number;
  /** Ids of the needed steps that come first: the rung below, and other capabilities' rungs. */
  after: string[];
  /** ISO date. */
  notBefore: string | null;
  inProgress: boolean;
  changed: boolean;
  unconfirmed: boolean;
  /** Nothing wants this rung for its own sake; capabilities that it prepares. */
  prerequisiteOf: string[];
};

/** A step that is not in the plan, and why. */
export type LeftOut = { id: string; capability: string; to: Rung; reason: LeftOutReason };
export type LeftOutReason =
  | { kind: 'excluded'; reason: string }
  | { kind: 'waits'; for: string }
  /** Technical roles without people. */
  | { kind: 'nobody'; roles: string[] }
  /** Lasts longer than the whole plan with the people that there are. */
  | { kind: 'too-long'; duration: number; stretchedBy: string | null }
  /** May begin only after the end of the plan. */
  | { kind: 'too-late'; notBefore: string };

export type Needed = { basis: Basis; gaps: GapAnalysis; work: Work[]; leftOut: LeftOut[] };

export const stepId = (capability: string, to: number): string => `${capability}:${to}`;

/** All climbs that the targets need, with what a person changed about them; what is excluded takes with it all that waits for it. */
export function neededWork(
  content: Content,
  { answers, statements, questionnaires, targets }: Omit<Assessment, 'subject' | 'date' | 'scope'>,
  adjustments: Adjustments,
): Needed {
  const basis = scoringBasis(content, questionnaires);
  const gaps = analyseGaps(content, basis, answers, { targets, statements });
  const capabilities = new Map(content.capabilities.map((each) => [each.id, each]));
  const needed = new Set(gaps.steps.map(({ capability, to }) => stepId(capability, to)));
  const all = gaps.steps.map((step) => workOf(step, capabilities.get(step.capability), needed, adjustments));
  const excluded = all.flatMap(({ id, capability, to }): LeftOut[] => {
    const reason = adjustments[id]?.excluded;
    return reason === undefined ? [] : [{ id, capability, to, reason: { kind: 'excluded', reason } }];
  });
  return { basis, gaps, ...withoutWaiting(all, excluded) };
}

function workOf(
  step: NeededStep,
  capability: Capability | undefined,
  needed: ReadonlySet<string>,
  adjustments: Adjustments,
): Work {
  const id = stepId(step.capability, step.to);
  const adjustment = adjustments[id] ?? {};
  const effort = { ...(adjustment.effort ?? step.step.effort) };
  const isFirst = !needed.has(stepId(step.capability, step.to - 1));
  const [lead] = capability?.roles.lead ?? [];
  // Not where a person says what the step takes: they know what they do.
  if (step.unconfirmed && isFirst && adjustment.effort === undefined && lead !== undefined)
    effort[lead] = (effort[lead] ?? 0) + FIND_OUT_DAYS;
  const before = [
    ...(step.to > 1 ? [stepId(step.capability, step.to - 1)] : []),
    ...step.step.after.map((part) => stepId(part.capability, part.rung)),
  ];
  return {
    id,
    capability: step.capability,
    to: step.to,
    effort: Object.fromEntries(Object.entries(effort).filter(([, days]) => days > 0)),
    weeks: step.step.weeks,
    after: [...new Set(before)].filter((each) => needed.has(each)),
    notBefore: adjustment.notBefore ?? null,
    inProgress: adjustment.inProgress === true,
    changed: adjustment.effort !== undefined,
    unconfirmed: step.unconfirmed,
    prerequisiteOf: step.prerequisiteOf,
  };
}

/** The work without some steps and without all that waits for them, directly or through others. */
export function withoutWaiting<Kind extends Pick<Work, 'id' | 'capability' | 'to' | 'after'>>(
  work: readonly Kind[],
  gone: readonly LeftOut[],
): { work: Kind[]; leftOut: LeftOut[] } {
  const out = new Map(gone.map((each) => [each.id, each]));
  // Steps come after what they wait for, so that one pass is enough.
  for (const { id, capability, to, after } of work) {
    const missing = after.find((each) => out.has(each));
    if (out.has(id) || missing === undefined) continue;
    out.set(id, { id, capability, to, reason: { kind: 'waits', for: missing } });
  }
  return { work: work.filter(({ id }) => !out.has(id)), leftOut: [...out.values()] };
}
