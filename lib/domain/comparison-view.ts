import type { Place } from './bridge';
import type { CapabilityMove, ComparedSide, Comparison, MoveKind, OneSided } from './compare';
import type { RequirementMove } from './compare-requirements';
import { capitalised, inWords, list, percent, range } from './labels';
import { VENDORS, type ModelId } from './vocabulary';

/** How a comparison is put into words. Nothing is compared here. */

/** At most two sentences: which levels changed, then what moved. Zero is said as zero. */
export function comparisonHeadline(comparison: Comparison): string[] {
  const { models, moves, sameMeasure, after } = comparison;
  if (models.length === 0) return ['The two assessments share no questionnaire, so no level is compared.'];
  const count = (kind: MoveKind) => moves.filter((move) => move.kind === kind).length;
  const total = (which: 'met' | 'lost') => models.reduce((sum, model) => sum + model[which].length, 0);
  const requirements = counted(total('met'), ['requirement was', 'requirements were'], 'newly met');
  const capabilities = counted(count('rose'), ['capability', 'capabilities'], 'rose');
  const lost = `${zero(total('lost'))} lost${notKnownNow(models)}`;
  const sentence = `${requirements} and ${lost}; ${capabilities} and ${zero(count('fell'))} fell`;
  const by = sameMeasure ? '' : `Read by ${after.version} on both sides, `;
  return [`${levelSentence(comparison)}.`, `${by === '' ? capitalised(sentence) : by + sentence}.`];
}

/** What is not known is no loss yet, so a headline that counts it says so. */
function notKnownNow(models: Comparison['models']): string {
  const lost = models.flatMap((model) => model.lost);
  const open = lost.filter(({ to }) => to === 'open').length;
  if (open === 0) return '';
  return open === lost.length ? ', as not known now' : `, ${inWords(open)} of these as not known now`;
}

const zero = (count: number): string => (count === 0 ? 'none' : inWords(count));

const counted = (count: number, [one, many]: [string, string], verb: string): string =>
  `${inWords(count)} ${count === 1 || count === 0 ? one : many} ${verb}`;

function levelSentence({ models, sameMeasure, before, after }: Comparison): string {
  const changed = models.filter(({ change }) => change !== 'stayed');
  const stayed = models.filter(({ change }) => change === 'stayed').map(({ model }) => VENDORS[model].name);
  const content = sameMeasure ? '' : `; in between the content changed ${editionsText(before, after)}`;
  if (changed.length === 0) return `No level changed${content}`;
  const parts = changed.map(
    (each) =>
      `${VENDORS[each.model].name} ${each.change} from ${each.before.certain} to ${placeText(each.after)}`,
  );
  return `${[list(parts), ...(stayed.length === 0 ? [] : [`${list(stayed)} stayed`])].join('; ')}${content}`;
}

/** `from 2026.1 to 2026.2`; two contents of one name happen where somebody edits their own. */
const editionsText = (before: Pick<ComparedSide, 'version'>, after: Pick<ComparedSide, 'version'>): string =>
  before.version === after.version ? `within ${after.version}` : `from ${before.version} to ${after.version}`;

/** What a break between two rounds means for the reader. */
export const breakText = ({ before, after }: Pick<Comparison, 'before' | 'after'>): string =>
  `The content changed ${editionsText(before, after)} in what can move a number, so the two results are not on one scale. Each level is the one that was reported at the time. Requirements and domains are read by ${after.version} on both sides, so that they tell what the answers did; the bridge tells what the content did.`;

/** What only one side asks; `null` where both ask the same. */
export function notComparedText({ before, after, notCompared }: Comparison): string | null {
  const said = [
    { side: before, models: notCompared.before },
    { side: after, models: notCompared.after },
  ].flatMap(({ side, models }) =>
    models.length === 0 ? [] : [`${list(models.map(nameOf))} (asked in ${side.title} alone)`],
  );
  return said.length === 0 ? null : `Not compared: ${list(said)}.`;
}

const nameOf = (model: ModelId): string => VENDORS[model].name;

/** `Initial`, `Initial, up to Repeatable`. */
export const placeText = ({ certain, best }: Place): string =>
  best === certain ? certain : `${certain}, up to ${best}`;

/** `3–5 to go to AWS Repeatable`. */
export const toGoText = ({ toGo }: Place): string =>
  toGo === null ? 'top level' : `${range(toGo.best, toGo.certain)} to go to ${toGo.label}`;

/** `L1 without what is left out`; `null` where leaving out changes no level. */
export const floorOf = ({ certain, floor }: Place): string | null =>
  floor === certain ? null : `${floor} without what is left out as not applicable`;

const MOVE_TITLES: { kind: MoveKind; title: string }[] = [
  { kind: 'rose', title: 'Rose' },
  { kind: 'fell', title: 'Fell' },
  { kind: 'answered', title: 'Known now, not known before' },
  { kind: 'unanswered', title: 'Known before, not known now' },
  { kind: 'excluded', title: 'Does not apply any more' },
  { kind: 'included', title: 'Did not apply before' },
];

/** The moves under what each kind is called; what rose and what fell are always said, zero as zero. */
export const movesByKind = ({ moves }: Comparison): { title: string; moves: CapabilityMove[] }[] =>
  MOVE_TITLES.map(({ kind, title }) => ({ kind, title, moves: moves.filter((move) => move.kind === kind) }))
    .filter((group) => group.moves.length > 0 || group.kind === 'rose' || group.kind === 'fell')
    .map(({ title, moves }) => ({ title, moves }));

/** `+3`, `−2`, `0`: points of a share, with the sign that a hyphen is not. */
export const signed = (points: number): string =>
  points === 0 ? '0' : points > 0 ? `+${points}` : `−${-points}`;

/** The domains whose share reads differently, the biggest change first. */
export function movedDomains({ domains }: Comparison): Comparison['domains'] {
  const moved = (domain: Comparison['domains'][number]) =>
    Math.abs((domain.after?.certain ?? 0) - (domain.before?.certain ?? 0));
  return domains
    .filter(({ before, after }) => percent(before) !== percent(after))
    .toSorted((a, b) => moved(b) - moved(a));
}

/** `Model registry 2 → 3`, as plain text for alternatives too. */
export const requirementTitle = ({ parts }: Pick<RequirementMove, 'parts'>): string =>
  parts.map(({ title }) => title).join(' or ');

/** Capabilities that came or went with the content; `null` where there are none. */
export function oneSidedText(what: 'new' | 'retired', { version }: ComparedSide, capabilities: OneSided[]) {
  if (capabilities.length === 0) return null;
  const titles = list(capabilities.map(({ title }) => title));
  return what === 'new' ? `New in ${version}: ${titles}.` : `No longer asked after ${version}: ${titles}.`;
}
