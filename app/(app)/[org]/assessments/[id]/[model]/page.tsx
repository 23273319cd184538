import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { dateText, plural, range } from '@/lib/domain/labels';
import { wayText } from '@/lib/domain/result-view';
import { MODEL_IDS, VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { requireMember } from '@/lib/auth/actor';
import { buttonClass } from '../../../../../ui/button';
import { LevelTrack } from '../../../../../ui/level-track';
import { Link } from '../../../../../ui/link';
import { SourceList } from '../../../../../ui/source-list';
import { AssessmentTabs } from '../_tabs';
import { openAssessment, openReport } from '../_open-report';
import { AddQuestionnaire } from './_parts/add-questionnaire';
import { LevelStatements } from './_parts/level-statements';

type Props = PageProps<'/[org]/assessments/[id]/[model]'>;

const modelOf = (text: string): ModelId => MODEL_IDS.find((id) => id === text) ?? notFound();

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model } = await params;
  return { title: `${VENDORS[modelOf(model)].name} questionnaire` };
}

/** One vendor's questionnaire: its levels, its areas, its statements in our words, and no word of the others. */
export default async function VendorPage({ params, searchParams }: Props) {
  const { org, id, model: text } = await params;
  const { at } = await searchParams;
  const model = modelOf(text);
  const { ctx } = await requireMember(
    { org, assessment: id },
    'org.read',
    `/${org}/assessments/${id}/${model}`,
  );
  const loaded = await openAssessment(ctx, id);
  if (loaded === null) notFound();
  if (!loaded.assessment.questionnaires.includes(model))
    return (
      <AddQuestionnaire
        org={org}
        id={id}
        model={model}
        row={loaded.row}
        chosen={loaded.assessment.questionnaires}
      />
    );
  const { report, may, base, questionnaires } = await openReport(org, id, model, model);
  const [own] = report.models;
  if (own === undefined) notFound();
  const { name, mark, title, edition, sources, levels, statements, next } = own;
  const editable = loaded.row.status === 'draft' && may('assessment.answer');
  const seen = new Map([...loaded.statements].map(([criterion, { version }]) => [criterion, version]));
  return (
    <>
      <div className="mb-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-xl break-words">
            {report.subject} · {loaded.row.title} · {mark} {name}
          </h1>
          <p className="text-quiet text-sm">
            {title}: {plural(levels.length, 'level')}, {plural(statements.length, 'statement')}, decided by{' '}
            {report.capabilities.length} ladders, published {dateText(edition)}
          </p>
          <p className="text-quiet text-sm">
            Our words, not {name}’s. Not endorsed by {name}.
          </p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          {editable && (
            <Link href={`${base}?order=${model}` as Route} className={buttonClass('primary')}>
              Answer in this order
            </Link>
          )}
          <a href={`${base}/report/pdf?only=${model}`} className={buttonClass('plain')}>
            {questionnaires.length > 1 ? `PDF, ${name} only` : 'PDF'}
          </a>
        </div>
      </div>
      <AssessmentTabs org={org} id={id} current="results" questionnaires={questionnaires} only={model} />
      <LevelTrack
        levels={levels}
        toGo={next === null ? null : range(next.toGo.best, next.toGo.certain)}
        here={own.level.certain}
      />
      {next !== null && (
        <p className="mt-3 text-sm">
          {next.label}: {wayText(next)}.
        </p>
      )}
      <details className="mt-3 text-sm">
        <summary className="text-accent min-h-8 py-1">Sources</summary>
        <SourceList sources={sources} />
      </details>
      {levels.map((level) => (
        <LevelStatements
          key={level.id}
          level={level}
          symptoms={loaded.content.models[model].levels.find((each) => each.id === level.id)?.symptoms ?? []}
          areas={own.areas}
          statements={statements.filter((statement) => statement.level === level.id)}
          context={{ org, id, base, name, model, editable, seen, at: typeof at === 'string' ? at : null }}
        />
      ))}
    </>
  );
}
