import type { Route } from 'next';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { Link } from '../../../../ui/link';
import { Vendor } from '../../../../ui/vendor';

type Tab = 'answers' | 'people' | 'results' | 'gaps' | 'roadmap' | 'report';

const TABS: { tab: Tab; words: string; path: string }[] = [
  { tab: 'answers', words: 'Answers', path: '' },
  { tab: 'people', words: 'People', path: '/people' },
  { tab: 'results', words: 'Results', path: '/results' },
  { tab: 'gaps', words: 'Gaps', path: '/gaps' },
  { tab: 'roadmap', words: 'Roadmap', path: '/roadmap' },
  { tab: 'report', words: 'Report', path: '/report' },
];

type Props = {
  org: string;
  id: string;
  current: Tab;
  questionnaires: readonly ModelId[];
  /** The one vendor that the page speaks of; all links stay with it. */
  only?: ModelId | undefined;
};

const LINK =
  'inline-flex min-h-10 items-center border-b-2 border-transparent px-1 hover:border-border aria-[current=page]:border-accent aria-[current=page]:font-medium';

/** The six views of an assessment, and whose questionnaire they are read by. With `only`, no other vendor is named. */
export function AssessmentTabs({ org, id, current, questionnaires, only }: Props) {
  const base = `/${org}/assessments/${id}`;
  const path = TABS.find(({ tab }) => tab === current)?.path ?? '';
  return (
    <div className="border-line mb-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-1 border-b text-sm print:hidden">
      <nav aria-label="Assessment">
        <ul className="-mb-px flex flex-wrap gap-x-5">
          {TABS.map(({ tab, words, path: to }) => (
            <li key={tab}>
              <Link
                href={`${base}${to}${query(tab, only)}` as Route}
                className={LINK}
                aria-current={tab === current ? 'page' : undefined}
              >
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {current !== 'answers' && current !== 'people' && questionnaires.length > 1 && (
        <nav aria-label="Questionnaires">
          <ul className="-mb-px flex flex-wrap items-center gap-x-4">
            <li>
              <Link
                href={`${base}${path}` as Route}
                className={LINK}
                aria-current={only === undefined ? 'page' : undefined}
              >
                {questionnaires.length === 2 ? 'Both' : 'All three'}
              </Link>
            </li>
            {questionnaires
              .filter((model) => only === undefined || model === only)
              .map((model) => (
                <li key={model}>
                  <Link
                    href={`${base}${path}?view=${model}` as Route}
                    className={LINK}
                    aria-current={model === only ? 'page' : undefined}
                    aria-label={`${VENDORS[model].name} alone`}
                  >
                    <Vendor id={model} />
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

/** The answering page has an order of questions where the others have a view. */
function query(tab: Tab, only: ModelId | undefined): string {
  if (only === undefined || tab === 'people') return '';
  return tab === 'answers' ? `?order=${only}` : `?view=${only}`;
}
