import { dateText, list, plural } from './labels';
import type { Scorecard } from './scorecard';
import type { ScorecardTarget } from './scorecard-models';

/** Words that the screen, the printed page and the table of a scorecard share. */

/** A level without the name of its vendor, where that stands in front of the row. */
export const bareLevel = (label: string): string => label.replace(/^(below )?(AWS|Microsoft|Google) /, '$1');

/** A domain as the head of a narrow column: what stands before the `and`. */
export const shortDomain = (title: string): string => title.replace(/ and .*$/, '');

/** `116 of 483 requirements open, 8 fewer than before`; the difference is over the teams that can be compared. */
export function openText({ open, of, since }: ScorecardTarget): string {
  const still = `${open} of ${plural(of, 'requirement')} open`;
  return since === null ? still : `${still}, ${difference(since.now.open - since.before.open)}`;
}

const difference = (more: number): string =>
  more === 0 ? 'as many as before' : `${Math.abs(more)} ${more < 0 ? 'fewer' : 'more'} than before`;

/** Who has not answered, how old the answers are, and by which content they were read. */
export function certaintySentences(certainty: Scorecard['certainty'], answering: number): string[] {
  const { oldest, answers, evidence } = certainty;
  return [
    waitingText(certainty.waiting, answering),
    ...(oldest === null ? [] : [`The oldest answers are of ${dateText(oldest)}.`]),
    ...(answers.applicable === 0
      ? []
      : [`${answers.unknown} of ${answers.applicable} answers are “don’t know”.`]),
    ...(evidence.of === 0
      ? []
      : [
          `Current evidence on ${Math.round((100 * evidence.backed) / evidence.of)} % of the answers above rung 0.`,
        ]),
    ...(certainty.editions.length === 0 ? [] : [editionsText(certainty)]),
  ];
}

function waitingText(waiting: Scorecard['certainty']['waiting'], answering: number): string {
  const missing = waiting.reduce((sum, { teams }) => sum + teams, 0);
  if (missing === 0) return 'Every team has finished.';
  const named = waiting
    .slice(0, 4)
    .map(({ name, teams }) => (name === '' ? String(teams) : `${name} ${teams}`));
  const others = waiting.length > 4 ? ' and others' : '';
  if (waiting.every(({ name }) => name === '')) return `No answer yet from ${plural(missing, 'team')}.`;
  const now = answering > 0 ? `; ${answering} ${answering === 1 ? 'is' : 'are'} answering` : '';
  return `No answer yet from ${plural(missing, 'team')} (${list(named)}${others})${now}.`;
}

/** `All by content 2026.2.`, or how many teams by which. */
function editionsText({ editions, measures }: Scorecard['certainty']): string {
  const [only] = editions;
  if (editions.length === 1 && only !== undefined) return `All by content ${only.version}.`;
  const each = editions.map(({ version, teams }) => `${version} (${plural(teams, 'team')})`);
  return `By content ${list(each)}${measures > 1 ? ', with more than one measure' : ''}.`;
}
