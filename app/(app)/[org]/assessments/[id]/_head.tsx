import type { ReactNode } from 'react';
import { isBlind } from '@/lib/domain/gathering';
import { statusText } from '@/lib/domain/result-view';
import { Notice } from '../../../../ui/notice';
import type { openReport } from './_open-report';
import { AssessmentTabs } from './_tabs';

type Props = {
  opened: Pick<
    Awaited<ReturnType<typeof openReport>>,
    'org' | 'loaded' | 'report' | 'questionnaires' | 'only'
  >;
  current: 'results' | 'gaps' | 'roadmap' | 'report';
  children?: ReactNode;
};

/** Whose assessment this is and how final, with the tabs; `children` are the page's own actions. */
export function AssessmentHead({ opened, current, children }: Props) {
  const { org, loaded, report, questionnaires, only } = opened;
  const { id, title } = loaded.row;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-xl break-words">
            {report.subject} · {title}
          </h1>
          <p className="text-quiet text-sm">
            {statusText(report)} · content edition {report.edition.version}
          </p>
        </div>
        <div className="flex flex-wrap items-start gap-2 print:hidden">{children}</div>
      </div>
      {isBlind(loaded.gathering) && (
        <div className="mb-4">
          <Notice>
            Each answers this assessment alone, and the answers are not opened yet: what is here stays empty
            until then.
          </Notice>
        </div>
      )}
      <AssessmentTabs org={org.slug} id={id} current={current} questionnaires={questionnaires} only={only} />
    </>
  );
}
