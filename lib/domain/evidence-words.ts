import { isCurrent, lapsesOn } from './evidence';
import { dateText, list, plural } from './labels';
import type { Report, ReportCapability, ReportModel } from './report';
import type { Evidence } from './schema/answers';

/** How every medium puts what is shown for the answers, and what is left out because it does not apply. Nothing is scored here. */

/** `speaks against it`, `for rung 3`, `lapsed since 1 Jan 2027`, `added by Ada on 1 Oct 2026`: what a piece says beside its name. */
export function pieceWords(piece: Evidence, on: string): string[] {
  const { rung, against, until, by, on: added } = piece;
  const lapses = lapsesOn(piece);
  const of = rung === undefined ? '' : ` rung ${rung}`;
  const signature = [
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(added === undefined ? [] : [`on ${dateText(added)}`]),
  ];
  return [
    ...(against === true
      ? [`speaks against${of === '' ? ' the answer' : of}`]
      : of === ''
        ? []
        : [`for${of}`]),
    ...(until === undefined || lapses === null
      ? []
      : [isCurrent(piece, on) ? `current until ${dateText(until)}` : `lapsed since ${dateText(lapses)}`]),
    ...(signature.length === 0 ? [] : [`added ${signature.join(' ')}`]),
  ];
}

/** ` (lapsed for 2 more; current evidence speaks against 1)`, after how many answers are backed; empty where there is nothing to say. */
export function besideBacked({
  lapsed = 0,
  against = 0,
}: Pick<Report['trust']['evidence'], 'lapsed' | 'against'>): string {
  const said = [
    ...(lapsed === 0 ? [] : [`lapsed for ${lapsed} more`]),
    ...(against === 0 ? [] : [`current evidence speaks against ${against}`]),
  ];
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

/** How much of what is claimed is shown, where text runs on. */
export const evidenceText = (
  evidence: Pick<Report['trust']['evidence'], 'backed' | 'of' | 'lapsed' | 'against'>,
): string =>
  `evidence on ${evidence.backed} of ${evidence.of} answers that claim rung 1 or higher${besideBacked(evidence)}`;

const named = (name: string, level: string): string =>
  level.startsWith('below') ? level.replace('below', `below ${name}`) : `${name} ${level}`;

/**
 * `Claimed: AWS Repeatable and Microsoft L2. Backed by current evidence alone: AWS Initial and Microsoft L1.`; `null` in a report from
 * before evidence could lapse.
 */
export function backedLevels({ models, trust }: Report): string | null {
  const shown = models.flatMap(({ id, name, level }) => {
    const stands = trust.evidence.byModel[id]?.level;
    return stands === undefined ? [] : [{ claimed: named(name, level.certain), stands: named(name, stands) }];
  });
  if (shown.length === 0) return null;
  const claimed = list(shown.map((each) => each.claimed));
  const stands = list(shown.map((each) => each.stands));
  return claimed === stands
    ? `Claimed, and backed by current evidence alone: ${claimed}.`
    : `Claimed: ${claimed}. Backed by current evidence alone: ${stands}.`;
}

const isExcluded = ({ standing }: ReportCapability): boolean => standing === 'not-applicable';

/** The levels with what does not apply left out, and with it counted as rung 0; `null` where everything applies. */
export function withAndWithout({ models, capabilities }: Report): string | null {
  const excluded = capabilities.filter(isExcluded).length;
  if (excluded === 0) return null;
  const what = `what does not apply (${plural(excluded, 'capability', 'capabilities')})`;
  const levels = (of: (level: ReportModel['level']) => string) =>
    list(models.map(({ name, level }) => named(name, of(level))));
  const [without, counted] = [levels(({ certain }) => certain), levels(({ floor }) => floor)];
  return without === counted
    ? `No level depends on ${what}: counted as rung 0, it is still ${counted}.`
    : `Without ${what}: ${without}. With it counted as rung 0: ${counted}.`;
}

/** Every answer of not applicable that was to be looked at again before the report's day; `null` where there is none. */
export function reviewsDue({ capabilities, date }: Report): string | null {
  const due = capabilities
    .filter(isExcluded)
    .flatMap(({ title, reviewOn }) =>
      reviewOn !== undefined && reviewOn < date ? [`${title} (${dateText(reviewOn)})`] : [],
    );
  return due.length === 0
    ? null
    : `Not applicable, and past the day on which that was to be looked at again: ${list(due)}.`;
}

/** The reason why something does not apply, with who agreed and until when; `null` where there is none. */
export function reasonWords(
  {
    reason,
    approvedBy,
    reviewOn,
  }: { reason: string | null; approvedBy?: string | undefined; reviewOn?: string | undefined },
  on: string,
): string | null {
  if (reason === null) return null;
  const said = [
    ...(approvedBy === undefined ? [] : [`approved by ${approvedBy}`]),
    ...(reviewOn === undefined
      ? []
      : [`${reviewOn < on ? 'was to be' : 'to be'} looked at again on ${dateText(reviewOn)}`]),
  ];
  return said.length === 0 ? reason : `${reason} (${said.join(', ')})`;
}
