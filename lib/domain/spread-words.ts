import type { Alpha } from './krippendorff';
import { inWords, plural } from './labels';
import {
  isHidden,
  MIN_FOR_ALPHA,
  MIN_TO_SHOW,
  type HiddenSpread,
  type OverallAgreement,
  type RungSpread,
  type Spread,
} from './spread';

/** How the answers of several respondents are put into words; what is counted always sums to those who were asked. */

/** So many, and what they say: as the first of the sentence, and as one of those after it. */
type Part = { count: number; first: string; next: string };

/** How far answers may be relied on by Krippendorff, Content Analysis (2nd edition, 2004), p. 241: from .800, and tentatively from .667. */
const RELIABLE = 0.8;
const TENTATIVE = 0.667;

/** What the agreement is, best first. */
const MEANING: Record<Band, string> = {
  reliable: 'enough to rely on',
  tentative: 'enough for tentative conclusions only',
  unreliable: 'too little to conclude from',
  chance: 'no more than chance gives',
};
const BANDS = ['reliable', 'tentative', 'unreliable', 'chance'] as const;
type Band = (typeof BANDS)[number];

/** `4 of 6 say rung 2, one 1, one 3`; who says something else follows, as `one does not know`. */
export function spreadText(spread: Spread | HiddenSpread): string {
  if (isHidden(spread)) return hiddenText(spread);
  const parts = partsOf(spread);
  return spread.divided ? `divided on whether it applies: ${joined(parts, spread)}` : joined(parts, spread);
}

function hiddenText({ asked, answered }: HiddenSpread): string {
  const has = (count: number) => (count === 1 ? 'has' : 'have');
  const missing = asked - answered;
  const rest = missing === 0 ? '' : `, ${inWords(missing)} ${has(missing)} not`;
  return `${answered} of ${asked} ${has(answered)} answered${rest}; what they say is shown from ${inWords(MIN_TO_SHOW)} answers on`;
}

/** Where it is in doubt whether a capability applies, those who say that it does not come first; else the rungs, the most frequent first. */
function partsOf({ perRung, notApplicable, unknown, unanswered, divided }: Spread): Part[] {
  const rungs = perRung
    .map((count, rung) => ({ count, rung }))
    .toSorted((a, b) => b.count - a.count || a.rung - b.rung)
    .filter(({ count }) => count > 0)
    .map(({ count, rung }, index): Part => {
      const full = `${says(count)} rung ${rung}`;
      // A number beside a number could be read as either.
      const short = inWords(count) === String(count) ? `rung ${rung}` : String(rung);
      return { count, first: full, next: index === 0 ? full : short };
    });
  const not = other(notApplicable, `${says(notApplicable)} it does not${divided ? '' : ' apply'}`);
  return [
    ...(divided ? [...not, ...rungs] : [...rungs, ...not]),
    ...other(unknown, unknown === 1 ? 'does not know' : 'do not know'),
    ...other(unanswered, unanswered === 1 ? 'has not answered' : 'have not answered'),
  ];
}

const says = (count: number): string => (count === 1 ? 'says' : 'say');
const other = (count: number, text: string): Part[] =>
  count === 0 ? [] : [{ count, first: text, next: text }];

function joined([first, ...rest]: readonly Part[], { asked }: Spread): string {
  if (first === undefined) return 'nobody was asked';
  const begin = first.count === asked ? `all ${asked}` : `${first.count} of ${asked}`;
  return [`${begin} ${first.first}`, ...rest.map(({ count, next }) => `${inWords(count)} ${next}`)].join(
    ', ',
  );
}

/** `median rung 2`, or `median between rungs 1 and 3`, as there is no rung half way. */
export const medianText = ({ median: { lower, upper } }: RungSpread): string =>
  lower === upper ? `median rung ${lower}` : `median between rungs ${lower} and ${upper}`;

/** `from rung 1 to rung 3`. */
export const rangeText = ({ lowest, highest }: RungSpread): string =>
  lowest === highest ? `rung ${lowest} only` : `from rung ${lowest} to rung ${highest}`;

/** What the numbers of `agreementText` run over. */
export const AGREEMENT_SCALE =
  'A tells how far those who gave a rung agree (van der Eijk): 1 is all on one rung, 0 an even spread, and −1 half at either end.';

/** What A says of the rungs, with A behind it. */
export function agreementText({ agreement }: RungSpread): string {
  if (agreement === null) return 'rated by one alone';
  if (agreement === 1) return 'all on one rung';
  // Never 1.00 where somebody differs.
  const shown = Math.min(0.99, Number(agreement.toFixed(2)));
  return `${agreementWords(shown)} (A ${decimals(shown, 2)})`;
}

function agreementWords(shown: number): string {
  if (shown === 0) return 'spread over the scale';
  return shown > 0 ? 'gathered rather than spread' : 'in opposite camps rather than spread';
}

/** Agreement over all capabilities in sentences: never a coefficient without its interval and what it means. */
export function overallText(overall: OverallAgreement): string {
  const { kind, respondents } = overall;
  if (kind === 'measured') return alphaText(overall.alpha, respondents);
  const gave = `${respondents === 0 ? 'nobody has' : plural(respondents, 'respondent has', 'respondents have')} given a rung`;
  if (kind === 'too-few') {
    return `So far ${gave}: a coefficient is shown from ${inWords(MIN_FOR_ALPHA)} on; until then read how the answers to each capability lie.`;
  }
  const why =
    kind === 'no-difference'
      ? 'all rungs that can be compared are the same'
      : 'no two of them rated the same capability';
  return `Agreement over all capabilities is not defined: ${plural(respondents, 'respondent')} gave rungs, but ${why}.`;
}

function alphaText({ value, interval, units, redraws }: Alpha, respondents: number): string {
  const range =
    interval === null
      ? 'no interval, as the capabilities are too few or differ too little'
      : `95 % interval ${decimals(interval.low, 3)} to ${decimals(interval.high, 3)}, from drawing the capabilities anew ${redraws.toLocaleString('en')} times`;
  return [
    `Krippendorff’s α is ${decimals(value, 3)} (${range}), over ${plural(units, 'capability', 'capabilities')} that at least two of ${respondents} respondents rated.`,
    'Krippendorff relies on 0.800 and above, and draws tentative conclusions from 0.667 on.',
    `By that the agreement is ${MEANING[bandOf(value)]}.`,
    openText(value, interval),
  ]
    .join(' ')
    .trimEnd();
}

/** Which other readings the interval leaves open. */
function openText(value: number, interval: Alpha['interval']): string {
  if (interval === null) return 'How sure that is cannot be said.';
  const within = BANDS.slice(BANDS.indexOf(bandOf(interval.high)), BANDS.indexOf(bandOf(interval.low)) + 1);
  const others = within.filter((band) => band !== bandOf(value)).map((band) => MEANING[band]);
  return others.length === 0 ? '' : `From the interval it could also be ${others.join(', or ')}.`;
}

/** By the three decimals that are shown, so that the words never contradict the number. */
function bandOf(value: number): Band {
  const shown = Number(value.toFixed(3));
  if (shown >= RELIABLE) return 'reliable';
  if (shown >= TENTATIVE) return 'tentative';
  return shown > 0 ? 'unreliable' : 'chance';
}

const decimals = (value: number, places: number): string => {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};
