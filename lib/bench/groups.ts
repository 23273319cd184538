import { ensureBrowser, foundBrowser } from '../dev/browser';
import { benchAccess } from './access';
import { benchBatch } from './batch';
import { benchDocuments } from './documents';
import type { Figure } from './figure';
import { benchGrowth } from './growth';
import { benchKills } from './kills';
import { benchLighthouse } from './lighthouse';
import { benchLoad } from './load';
import { benchPages } from './pages';
import { benchPdf } from './pdf';
import { benchPsplib } from './psplib';
import { benchRoadmap } from './roadmap';
import { benchSaving } from './saving';
import { benchScore } from './score';
import { benchScorecard } from './scorecard';
import { benchTogether } from './together';

export type BenchOptions = {
  /** Short times and few runs where a group takes long: to see that a measure works, not for figures. */
  short: boolean;
  /** A file of public instances of the scheduling problem, which are not part of Rungs. */
  psplib: string | undefined;
};

export type Group = {
  name: string;
  /** What it measures, in a sentence. */
  measures: string;
  /** Whether it measures the built application. */
  built: boolean;
  run: (options: BenchOptions) => Promise<Figure[]>;
};

/** Everything that is measured, in the order in which it is: what takes little time and rests on little first. */
export const GROUPS: readonly Group[] = [
  group('score', 'How many assessments one core scores a second.', false, benchScore),
  group('roadmap', 'How long planning every climb that there is takes.', false, benchRoadmap),
  group(
    'psplib',
    'How far schedules of public instances are from the best that is known.',
    false,
    ({ psplib }) => benchPsplib(psplib),
  ),
  group('documents', 'How long a full report takes as Word, slides and workbook.', false, benchDocuments),
  group('pdf', 'How long a full PDF takes, against react-pdf and a browser that prints the page.', true, () =>
    benchPdf(foundBrowser()),
  ),
  group('pages', 'How much JavaScript each page sends, as it is sent, above an empty page.', true, async () =>
    benchPages(await ensureBrowser()),
  ),
  group('lighthouse', 'What Lighthouse says of the pages where most time is spent.', true, async (options) =>
    benchLighthouse(await ensureBrowser(), options),
  ),
  group('access', 'What sessions and permissions cost, also while passwords are guessed.', true, benchAccess),
  group(
    'saving',
    'How long saving an answer takes, and how many are saved by twenty people at once.',
    true,
    benchSaving,
  ),
  group('together', 'A hundred people on one assessment.', true, benchTogether),
  group('load', 'Many people reading and saving at once.', true, benchLoad),
  group('kills', 'What is left when the server is killed in the middle of it.', true, benchKills),
  group('batch', 'The reports of a round of 200 teams while somebody works.', true, benchBatch),
  group(
    'scorecard',
    'The scorecard of 1,000 teams against 50, and finishing among them.',
    true,
    benchScorecard,
  ),
  group(
    'growth',
    'The scorecard of 10,000 teams over 12 rounds against 100, and what is taken away of it.',
    true,
    benchGrowth,
  ),
];

function group(name: string, measures: string, built: boolean, run: Group['run']): Group {
  return { name, measures, built, run };
}
