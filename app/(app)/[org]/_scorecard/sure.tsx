import type { Scorecard } from '@/lib/domain/scorecard';
import { dateText, list, plural } from '@/lib/domain/labels';

/** What stands behind the figures: who has not answered, how old the answers are, and by which content they were read. */
export function Sure({ certainty, answering }: { certainty: Scorecard['certainty']; answering: number }) {
  const { waiting, oldest, answers, evidence, editions, measures } = certainty;
  const missing = waiting.reduce((sum, { teams }) => sum + teams, 0);
  const sentences = [
    missing === 0
      ? 'Every team has finished.'
      : `No answer yet from ${plural(missing, 'team')} (${list(waiting.slice(0, 4).map(({ name, teams }) => (name === '' ? String(teams) : `${name} ${teams}`)))}${waiting.length > 4 ? ' and others' : ''})${answering > 0 ? `; ${answering} ${answering === 1 ? 'is' : 'are'} answering` : ''}.`,
    ...(oldest === null ? [] : [`The oldest answers are of ${dateText(oldest)}.`]),
    ...(answers.applicable === 0
      ? []
      : [`${answers.unknown} of ${answers.applicable} answers are “don’t know”.`]),
    ...(evidence.of === 0
      ? []
      : [`Evidence on ${Math.round((100 * evidence.backed) / evidence.of)} % of the answers above rung 0.`]),
    editions.length === 1
      ? `All by content ${editions[0]?.version ?? ''}.`
      : `By content ${list(editions.map(({ version, teams }) => `${version} (${plural(teams, 'team')})`))}${measures > 1 ? ', with more than one measure' : ''}.`,
  ];
  return <p className="text-sm">{sentences.join(' ')}</p>;
}
