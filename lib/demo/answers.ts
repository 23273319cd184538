import type { Answer, Answers } from '@/lib/domain/schema/answers';
import type { Rung } from '@/lib/domain/schema/content';
import { HARD_TO_KNOW } from './profile';
import { chance } from './random';
import { BUSINESS_AND_DATA } from './remarks/business-and-data';
import { EXPERIMENTATION_AND_TRAINING } from './remarks/experimentation-and-training';
import { MODELS_AND_RELEASE } from './remarks/models-and-release';
import { MONITORING } from './remarks/monitoring';
import type { Remarks } from './remarks/remark';
import type { Snapshot, Story } from './simulate';

const REMARKS: Remarks = {
  ...BUSINESS_AND_DATA,
  ...EXPERIMENTATION_AND_TRAINING,
  ...MODELS_AND_RELEASE,
  ...MONITORING,
};

const NOT_YET_KNOWN = [
  'Asked operations; the answer is expected before the next round.',
  'The colleague who knows is on leave.',
  'Two of us remember it differently; to be looked up.',
];

/** A round by its title, and how far the organisation has come in asking: 0 in the first, 3 once everybody knows how. */
export type Moment = { title: string; round: number };

/** A simulated team's own answers: its rungs with notes and evidence on some, what it does not know, and what does not apply to it. */
export function teamAnswers(
  { slug, excluded = {} }: Pick<Story, 'slug' | 'excluded'>,
  { rungs, slipped }: Snapshot,
  { title, round }: Moment,
): Answers {
  const answers: Record<string, Answer> = {};
  for (const [capability, rung] of Object.entries(rungs)) {
    const unsure =
      HARD_TO_KNOW.includes(capability) && chance(`${slug} knows ${capability}`) < 0.22 - 0.04 * round;
    answers[capability] = unsure
      ? { unknown: true, note: choose(NOT_YET_KNOWN, `${slug} unsure ${capability} ${title}`) }
      : { rung, ...remarks(slug, capability, rung, round, slipped[capability]) };
  }
  for (const [capability, reason] of Object.entries(excluded)) {
    answers[capability] = { notApplicable: true, reason };
  }
  return answers;
}

/** The same team says and shows the same from round to round as long as its rung is the same, and a little more each time. */
function remarks(slug: string, capability: string, rung: Rung, round: number, slip: string | undefined) {
  const known = REMARKS[capability];
  const seed = `${slug} ${capability} ${rung}`;
  const sharing = 0.2 + 0.36 * chance(`${slug} shares`) + 0.06 * round;
  const written = chance(`${seed} note`) < 0.35 ? known?.notes[rung] : undefined;
  const note = slip ?? (written && choose(written, seed));
  const shown = chance(`${seed} shown`) < sharing ? known?.evidence[rung] : undefined;
  return {
    ...(note === undefined ? {} : { note }),
    ...(shown === undefined ? {} : { evidence: [{ title: shown[0], url: address(slug, shown[1]) }] }),
  };
}

function address(slug: string, place: string): string {
  const [host, path] = place.split('/');
  return `https://${host}.harbour.example/${slug}/${path}`;
}

const choose = (texts: string[], seed: string): string | undefined =>
  texts[Math.floor(chance(`${seed} words`) * texts.length)];
