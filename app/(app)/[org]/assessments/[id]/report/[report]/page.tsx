import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { dateText } from '@/lib/domain/labels';
import { issueText, lastFinal } from '@/lib/domain/report-issue';
import { reportSetup, type IssuedReport } from '@/lib/reports/report-setup';
import { Button, buttonClass } from '../../../../../../ui/button';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { Link } from '../../../../../../ui/link';
import { Notice } from '../../../../../../ui/notice';
import { Section } from '../../../../../../ui/section';
import { ServerForm } from '../../../../../../ui/server-form';
import { AssessmentHead } from '../../_head';
import { openReport } from '../../_open-report';
import { deleteReportAction } from '../actions';
import { Files } from './_parts/files';
import { IssueForm } from './_parts/issue-form';
import { ShareForm } from './_parts/share-form';
import { SettingsForm } from './_parts/settings-form';

type Props = PageProps<'/[org]/assessments/[id]/report/[report]'>;

const load = cache(async (slug: string, id: string, report: string) => {
  const opened = await openReport(slug, id, undefined, `report/${report}`);
  return { ...opened, setup: (await reportSetup(opened.ctx, opened.loaded, report)) ?? notFound() };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id, report } = await params;
  const { setup } = await load(org, id, report);
  return { title: `Report: ${setup.row.settings.title}` };
}

const DONE: Record<string, string> = {
  saved: 'The settings are saved.',
  issued: 'The report is issued. What is issued no longer changes.',
};

/** One report: how it is set up, what was issued of it, and its files. */
export default async function ReportSetupPage({ params, searchParams }: Props) {
  const [{ org: slug, id, report: reportId }, query] = await Promise.all([params, searchParams]);
  const opened = await load(slug, id, reportId);
  const { setup, loaded, questionnaires, base, may, org, person } = opened;
  const { row, issues, next, findings, scenarios, plan, firms } = setup;
  const here = `${base}/report/${reportId}`;
  const said = DONE[String(query['done'])];
  const where = { org: slug, id, report: reportId, version: row.version };
  const before = lastFinal(issues);
  const shared = may('share.manage') ? issues.find((issue) => issue.id === query['share']) : undefined;
  const finished = loaded.row.status === 'finished';
  return (
    <>
      <AssessmentHead opened={opened} current="report">
        <Link href={`${base}/findings` as Route} className={buttonClass('plain')}>
          Findings
        </Link>
        <Link href={`${base}/report` as Route} className={buttonClass('plain')}>
          All reports
        </Link>
      </AssessmentHead>
      {said !== undefined && (
        <div className="mb-6" role="status">
          <Notice>{said}</Notice>
        </div>
      )}
      {shared !== undefined && (
        <Section
          title={`Share ${issueText(shared)}`}
          aside={
            <Link href={`/${slug}/shares` as Route} className="link inline-block min-h-6">
              All links
            </Link>
          }
        >
          {shared.status === 'draft' && (
            <p className="mb-4 max-w-prose">The page says that this is a draft.</p>
          )}
          <ShareForm where={{ org: slug, id, report: reportId, issue: shared.id }} of={issueText(shared)} />
        </Section>
      )}
      <h2 className="mb-1 text-xl wrap-anywhere">{row.settings.title}</h2>
      <p className="text-quiet mb-6 text-sm">
        {before === null
          ? 'No final yet'
          : `${issueText(before)} of ${dateText(before.issuedAt.toISOString())}`}
      </p>
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <Section title="As it is now" aside="marked as a draft on every page">
            <Files base={here} of="the report as it is now" />
          </Section>
          {may('report.write') && (
            <Section title="Settings">
              <SettingsForm
                // After saving by somebody else the fields are new.
                key={row.version}
                org={slug}
                id={id}
                report={{ id: reportId, version: row.version }}
                settings={row.settings}
                questionnaires={questionnaires}
                findings={findings}
                scenarios={scenarios}
                plan={plan}
                firms={firms}
                names={{ client: org.name, person: person.name }}
              />
            </Section>
          )}
        </div>
        <div>
          <Section title="Issued" aside="frozen, sealed and signed">
            {may('report.write') && (
              <IssueForm where={where} status="draft" number={next.draft} corrects={null} />
            )}
            {may('report.finalise') && (
              <div className="mt-4">
                {finished ? (
                  <IssueForm
                    where={where}
                    status="final"
                    number={next.final}
                    corrects={before === null ? null : issueText(before)}
                  />
                ) : (
                  <p className="text-quiet text-sm">
                    A final needs a finished assessment; until then there are drafts.
                  </p>
                )}
              </div>
            )}
            {issues.length === 0 ? (
              <p className="text-quiet mt-4 text-sm">Nothing is issued yet.</p>
            ) : (
              <ol className="mt-4">
                {issues.map((issue) => (
                  <Issued key={issue.id} issue={issue} base={here} mayShare={may('share.manage')} />
                ))}
              </ol>
            )}
          </Section>
          {may('report.write') && before === null && (
            <Section title="Delete">
              <ServerForm action={deleteReportAction}>
                <HiddenFields of={{ org: slug, id, report: reportId }} />
                <Button type="submit" kind="quiet">
                  Delete this report and its drafts
                </Button>
              </ServerForm>
            </Section>
          )}
        </div>
      </div>
    </>
  );
}

function Issued({ issue, base, mayShare }: { issue: IssuedReport; base: string; mayShare: boolean }) {
  return (
    <li className="border-line border-t py-3">
      <p>
        <b className="font-medium">{issueText(issue)}</b>{' '}
        <span className="text-quiet text-sm">
          {dateText(issue.issuedAt.toISOString())}, {issue.by}
        </span>
      </p>
      {issue.changes.length > 0 && (
        <ul className="list-disc pl-5 text-sm">
          {issue.changes.map((change) => (
            <li key={change} className="wrap-anywhere">
              {change}
            </li>
          ))}
        </ul>
      )}
      <Files base={base} issue={issue.id} of={issueText(issue)} />
      {mayShare && (
        <Link href={`${base}?share=${issue.id}` as Route} className="link inline-block min-h-6 text-sm">
          Share by link<span className="sr-only"> {issueText(issue)}</span>
        </Link>
      )}
    </li>
  );
}
