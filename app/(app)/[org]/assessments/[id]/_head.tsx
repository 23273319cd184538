import type { ReactNode } from 'react';
import type { Report } from '@/lib/domain/report';
import { statusText } from '@/lib/domain/result-view';
import type { ModelId } from '@/lib/domain/vocabulary';
import { AssessmentTabs } from './_tabs';

type Props = {
  org: string;
  id: string;
  current: 'results' | 'gaps' | 'roadmap' | 'report';
  title: string;
  report: Report;
  questionnaires: readonly ModelId[];
  only: ModelId | undefined;
  children?: ReactNode;
};

/** Whose assessment this is and how final, with the tabs; `children` are the page's own actions. */
export function AssessmentHead({ org, id, current, title, report, questionnaires, only, children }: Props) {
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
      <AssessmentTabs org={org} id={id} current={current} questionnaires={questionnaires} only={only} />
    </>
  );
}
