import { agreement } from './agreement';
import { rungOf, standing, type Standing } from './answers';
import { alphaWithInterval, type Alpha } from './krippendorff';
import type { Answers } from './schema/answers';
import { RUNGS, type Rung } from './vocabulary';

/** Of fewer answers to a capability nothing is shown, so that nobody's own answer can be told from it. */
export const MIN_TO_SHOW = 3;
/** Of fewer respondents the spread is shown, not a coefficient. */
export const MIN_FOR_ALPHA = 5;

/** What is told of a capability that too few have answered: no distribution. */
export type HiddenSpread = { capability: string; asked: number; answered: number };

/** How the rungs that respondents give lie; `null` agreement where one alone gives a rung, which agrees with nobody. */
export type RungSpread = {
  /** The two in the middle, which are one and the same for an odd count; ranks have no half way. */
  median: { lower: Rung; upper: Rung };
  lowest: Rung;
  highest: Rung;
  agreement: number | null;
};

/** How the answers of all who were asked about a capability lie; the four counts sum to `asked`, those per rung to `known`. */
export type Spread = {
  capability: string;
  asked: number;
  /** How many give each rung, 0 to 4. */
  perRung: readonly number[];
  /** How many give a rung. */
  known: number;
  notApplicable: number;
  unknown: number;
  unanswered: number;
  /** `null` where nobody gives a rung. */
  rungs: RungSpread | null;
  /** Some say that it does not apply, others give a rung. */
  divided: boolean;
};

/** The capabilities in the order in which to talk about them, and apart those of which nobody knows anything or too few have answered. */
export type Spreads = {
  toDiscuss: Spread[];
  /** All who answered say that they do not know. */
  nobodyKnows: Spread[];
  hidden: HiddenSpread[];
};

/** Agreement over the whole assessment, or why there is no coefficient. */
export type OverallAgreement =
  | { kind: 'too-few'; respondents: number }
  | { kind: 'not-compared'; respondents: number }
  | { kind: 'no-difference'; respondents: number }
  | { kind: 'measured'; respondents: number; alpha: Alpha };

/** How the answers to one capability lie, one standing for each who was asked. */
export function spreadOf(capability: string, standings: readonly Standing[]): Spread | HiddenSpread {
  const count = (value: Standing) => standings.filter((each) => each === value).length;
  const asked = standings.length;
  const unanswered = count('unanswered');
  if (asked - unanswered < MIN_TO_SHOW) return { capability, asked, answered: asked - unanswered };
  const perRung = perRungOf(standings);
  const known = sum(perRung);
  const notApplicable = count('not-applicable');
  return {
    capability,
    asked,
    perRung,
    known,
    notApplicable,
    unknown: count('unknown'),
    unanswered,
    rungs: rungSpread(perRung),
    divided: notApplicable > 0 && known > 0,
  };
}

/** Whether too few have answered for anything to be shown. */
export const isHidden = (spread: Spread | HiddenSpread): spread is HiddenSpread => 'answered' in spread;

/**
 * The capabilities, given in catalogue order, in the order in which to talk about them: those divided on whether they apply, then the
 * others; within each the most mixed first (A ascending), then the wider range, then as in the catalogue. Those that one alone rated,
 * or of which nobody says more than that they do not apply, come after those rated by several. Everybody who was asked is a
 * respondent, also who has answered nothing yet; who was not asked for a capability is none there.
 */
export function spreads(
  capabilities: readonly string[],
  respondents: readonly Answers[],
  isAsked: (capability: string, respondent: number) => boolean = () => true,
): Spreads {
  const all = capabilities.map((id) =>
    spreadOf(
      id,
      standingsOf(
        id,
        respondents.filter((_, index) => isAsked(id, index)),
      ),
    ),
  );
  const shown = all.flatMap((each) => (isHidden(each) ? [] : [each]));
  return {
    toDiscuss: shown.filter(somebodySays).toSorted(byNeed),
    nobodyKnows: shown.filter((each) => !somebodySays(each)),
    hidden: all.filter(isHidden),
  };
}

/**
 * Krippendorff's α over all capabilities: ordinal; whatever is not a rung is missing, and who gives no rung is no respondent. α sets the
 * differences within a capability against those between capabilities: where nearly all are on the same rung it is low although the
 * answers differ little, so it stands beside the spread and never instead of it.
 */
export function overallAgreement(
  capabilities: readonly string[],
  respondents: readonly Answers[],
  seed: string,
): OverallAgreement {
  const rating = respondents.filter((answers) => capabilities.some((id) => isRung(standing(answers[id]))));
  const count = rating.length;
  if (count < MIN_FOR_ALPHA) return { kind: 'too-few', respondents: count };
  const units = capabilities.map((id) => perRungOf(standingsOf(id, rating)));
  const alpha = alphaWithInterval(units, seed);
  if (alpha !== null) return { kind: 'measured', respondents: count, alpha };
  const compared = units.some((perRung) => sum(perRung) > 1);
  return { kind: compared ? 'no-difference' : 'not-compared', respondents: count };
}

const isRung = (value: Standing): value is Rung => rungOf(value) !== undefined;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const somebodySays = ({ known, notApplicable }: Spread): boolean => known + notApplicable > 0;

const standingsOf = (capability: string, respondents: readonly Answers[]): Standing[] =>
  respondents.map((answers) => standing(answers[capability]));

const perRungOf = (standings: readonly Standing[]): number[] =>
  RUNGS.map((rung) => standings.filter((each) => each === rung).length);

function rungSpread(perRung: readonly number[]): RungSpread | null {
  const given = RUNGS.flatMap((rung) => Array.from({ length: perRung[rung] ?? 0 }, () => rung));
  const lowest = given[0];
  const highest = given.at(-1);
  const lower = given[Math.floor((given.length - 1) / 2)];
  const upper = given[Math.floor(given.length / 2)];
  if (lowest === undefined || highest === undefined || lower === undefined || upper === undefined)
    return null;
  return {
    median: { lower, upper },
    lowest,
    highest,
    agreement: given.length < 2 ? null : agreement(perRung),
  };
}

function byNeed(a: Spread, b: Spread): number {
  if (a.divided !== b.divided) return a.divided ? -1 : 1;
  return mixture(a) - mixture(b) || width(b) - width(a);
}

/** A to nine decimals, so that what is equal but for the last bit of a sum counts as equal; above 1 where there is no A. */
const mixture = ({ rungs }: Spread): number => Math.round((rungs?.agreement ?? 2) * 1e9);
const width = ({ rungs }: Spread): number => (rungs === null ? -1 : rungs.highest - rungs.lowest);
