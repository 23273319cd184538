import type { Answer, Answers } from '@/lib/domain/schema/answers';
import type { Quarter } from './quarters';

/** What the bank's platform team answers for everybody, as it stood in Q1 2026 and as it changed. */

const FIRST: Answers = {
  'skills-growth': { rung: 0, note: 'Courses were cut from the budget of 2025 and not put back.' },
  'data-catalog': { rung: 1, note: 'The warehouse is the agreed home; there is no list of what is in it.' },
  'access-control': shown(2, 'Single sign-on for everything; roles per workspace and dataset.', [
    'Roles and who holds them',
    'wiki/roles',
  ]),
  'data-protection': { rung: 1, note: 'Teams mask what they think is personal; no common list.' },
  'infrastructure-as-code': { rung: 0, note: 'The accounts were set up in the console in 2023.' },
  'environment-separation': { rung: 1, note: 'Production has its own account, the rest shares one.' },
  'self-service': { rung: 0, note: 'Every project starts from an empty account.' },
  'cost-management': { rung: 0 },
  'platform-strategy': { rung: 1, note: 'Two clouds and a data centre, by the habit of each department.' },
};

const CHANGES: Record<Quarter['title'], Answers> = {
  'Q1 2026': {},
  'Q2 2026': {
    'environment-separation': shown(2, 'Five accounts, with written rules for what may cross.', [
      'Overview of accounts',
      'wiki/accounts',
    ]),
    'data-catalog': shown(2, 'Main datasets entered with an owner, who grants access.', [
      'Catalogue entry of the card transactions',
      'catalogue/card-transactions',
    ]),
    'infrastructure-as-code': {
      rung: 1,
      note: 'Scripts for networks and storage, run by one engineer; the rest in the console.',
    },
  },
  'Q3 2026': {
    'access-control': shown(3, 'Private networks; nobody can change production by hand since July.', [
      'Refused hand change in production',
      'tickets/refused-change',
    ]),
    'data-protection': shown(2, 'Four classes by the written rule; views without names for training.', [
      'Classification of the training datasets',
      'wiki/classification',
    ]),
    'skills-growth': { rung: 1, note: 'Certifications are paid for people who ask.' },
  },
  'Q4 2026': {
    'cost-management': { rung: 1, note: 'One cloud bill; finance estimates shares when a director asks.' },
    'platform-strategy': shown(2, 'AWS first, the data centre as exit route; decided in October.', [
      'Platform decision, signed by the CIO',
      'wiki/platform-decision',
    ]),
  },
};

function shown(rung: 2 | 3, note: string, [title, place]: [string, string]): Answer {
  const [host, path] = place.split('/');
  return { rung, note, evidence: [{ title, url: `https://${host}.harbour.example/platform/${path}` }] };
}

/** The answers in force in a quarter: the first ones with all changes up to then. */
export function platformAnswers(quarter: Quarter['title']): Answers {
  let answers = FIRST;
  for (const [title, changes] of Object.entries(CHANGES)) {
    answers = { ...answers, ...changes };
    if (title === quarter) break;
  }
  return answers;
}
