import type { ReactNode } from 'react';
import { SECTIONS, type SectionId } from '@/lib/domain/report-document';

/** A chapter of the report; the larger ones begin on a page of their own when printed. */
export function Chapter({
  id,
  newPage = false,
  children,
}: {
  id: SectionId;
  newPage?: boolean;
  children: ReactNode;
}) {
  return (
    <section id={id} className={`border-line border-t py-8 ${newPage ? 'print:break-before-page' : ''}`}>
      <h2 className="mb-4 text-xl">{SECTIONS[id]}</h2>
      {children}
    </section>
  );
}

/** A title with the place of its answer in this report. */
export function ToAnswer({ anchor, children }: { anchor: string | null; children: ReactNode }) {
  return anchor === null ? (
    children
  ) : (
    <a href={`#${anchor}`} className="link">
      {children}
    </a>
  );
}

/** Wide tables scroll within themselves on a phone; in print they are whole. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="relative overflow-x-auto print:overflow-visible"
    >
      <table className="[&_tbody_tr]:border-line w-full min-w-2xl text-sm print:min-w-0 [&_tbody_tr]:border-t [&_td]:pt-1.5 [&_td]:pr-4 [&_td]:pb-1.5 [&_td]:align-top [&_th]:pt-1.5 [&_th]:pr-4 [&_th]:pb-1.5 [&_th]:text-left [&_th]:align-top [&_thead_th]:font-normal [&_tr]:break-inside-avoid">
        {children}
      </table>
    </div>
  );
}
