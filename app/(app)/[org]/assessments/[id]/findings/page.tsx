import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { listFindings } from '@/lib/findings/list-findings';
import { phrasesFor, type Phrases } from '@/lib/phrases/list-phrases';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { Notice } from '../../../../../ui/notice';
import { Section } from '../../../../../ui/section';
import { AssessmentHead } from '../_head';
import { openReport } from '../_open-report';
import { FindingForm } from './_parts/finding-form';
import { FindingItem } from './_parts/finding-item';

type Props = PageProps<'/[org]/assessments/[id]/findings'>;

const DONE: Record<string, string> = {
  saved: 'The finding is saved.',
  moved: 'The order is saved.',
  deleted: 'The finding is deleted.',
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org: slug, id } = await params;
  const { report, loaded } = await openReport(slug, id, undefined, 'findings');
  return { title: `Findings: ${report.subject}, ${loaded.row.title}` };
}

/** What somebody found beside the answers: written once, and taken into each report that wants it. */
export default async function FindingsPage({ params, searchParams }: Props) {
  const [{ org: slug, id }, query] = await Promise.all([params, searchParams]);
  const opened = await openReport(slug, id, undefined, 'findings');
  const { ctx, loaded, base, may } = opened;
  const { content } = loaded;
  const [findings, phrases] = await Promise.all([listFindings(ctx, id), phrasesFor(ctx)]);
  const changed = findings.find((each) => each.id === query['change']) ?? null;
  if (query['change'] !== undefined && changed === null) notFound();
  const phrase = all(phrases).find((each) => each.id === query['phrase']);
  const titles = new Map(content.capabilities.map((each) => [each.id, each.title]));
  const said = DONE[String(query['done'])];
  return (
    <>
      <AssessmentHead opened={opened} current="report">
        <Link href={`${base}/report` as Route} className={buttonClass('plain')}>
          The report
        </Link>
      </AssessmentHead>
      {said !== undefined && (
        <div className="mb-6" role="status">
          <Notice>{said}</Notice>
        </div>
      )}
      {findings.length === 0 ? (
        <p className="mb-6 max-w-prose">
          Nothing yet. A finding is what the answers alone do not say: a headline, what was seen, what to do
          about it.
        </p>
      ) : (
        <ol className="mb-6">
          {findings.map((finding, index) => (
            <FindingItem
              key={finding.id}
              finding={finding}
              place={{ number: index + 1, last: index === findings.length - 1 }}
              titleOf={(capability) => titles.get(capability) ?? capability}
              links={{ base, only: undefined }}
              where={may('report.write') ? { org: slug, id } : null}
            />
          ))}
        </ol>
      )}
      {may('report.write') && (
        <Section title={changed === null ? 'A new finding' : 'Change the finding'} id="form">
          {changed === null && <FromPhrase phrases={phrases} base={base} />}
          <FindingForm
            // Another one has other fields.
            key={changed?.id ?? phrase?.id ?? ''}
            org={slug}
            id={id}
            finding={changed}
            start={changed ?? phrase ?? { headline: '', text: '', recommendation: '', capabilities: [] }}
            groups={content.lifecycle.domains.map(({ title, capabilities }) => ({
              title,
              capabilities: capabilities.map((each) => ({ id: each, title: titles.get(each) ?? each })),
            }))}
          />
        </Section>
      )}
    </>
  );
}

const all = ({ own, firms }: Phrases) => [...own, ...firms.flatMap(({ phrases }) => phrases)];

/** Begins a finding from a phrase of this organisation, or of the firm that the person works for. */
function FromPhrase({ phrases, base }: { phrases: Phrases; base: string }) {
  const known = all(phrases);
  if (known.length === 0) return null;
  return (
    <details className="mb-4">
      <summary className="link min-h-6 w-fit text-sm">Start from one of {known.length} phrases</summary>
      <ul className="mt-2 space-y-1 text-sm">
        {known.map(({ id, headline }) => (
          <li key={id}>
            <Link href={`${base}/findings?phrase=${id}#form` as Route} className="link inline-block min-h-6">
              {headline}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
