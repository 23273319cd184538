import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { plural } from '@/lib/domain/labels';
import { GROUPINGS, type Grouping } from '@/lib/domain/roadmap-timeline';
import { stepId } from '@/lib/domain/roadmap-work';
import { costText, NO_PLAN_YET, planSentences, RANGE_WORDS, titlesOf } from '@/lib/domain/roadmap-words';
import type { Content } from '@/lib/domain/schema/content';
import { inputFromQuery } from '@/lib/plans/input-from-query';
import { roadmapOf } from '@/lib/plans/roadmap-of';
import { plansOf, type PlansOfAssessment } from '@/lib/plans/plans-of';
import { Notice } from '../../../../../ui/notice';
import { Section } from '../../../../../ui/section';
import { AssessmentHead } from '../_head';
import { openReport } from '../_open-report';
import { AnswerFirst } from '../results/_parts/answer-first';
import { Automation } from './_parts/automation';
import { ChangeStep } from './_parts/change-step';
import { Levels } from './_parts/levels';
import { LiveForm } from './_parts/live-form';
import { NotInPlan } from './_parts/not-in-plan';
import { People } from './_parts/people';
import { Scenarios } from './_parts/scenarios';
import { Settings } from './_parts/settings';
import { StepDetails } from './_parts/step-details';
import { TakeAway } from './_parts/take-away';
import { Timeline } from './_parts/timeline';
import { Tooling } from './_parts/tooling';

type Props = PageProps<'/[org]/assessments/[id]/roadmap'>;

async function open({ params, searchParams }: Props) {
  const [{ org: slug, id }, query] = await Promise.all([params, searchParams]);
  const opened = await openReport(slug, id, query['view'], 'roadmap');
  const { loaded, ctx, only } = opened;
  const { content, assessment } = loaded;
  const wanted = typeof query['scenario'] === 'string' ? query['scenario'] : undefined;
  const plans = (await plansOf(ctx, loaded, wanted)) ?? notFound();
  const asked = inputFromQuery(content, plans.shown.input, query);
  const questionnaires = only === undefined ? assessment.questionnaires : [only];
  const roadmap = roadmapOf(loaded, plans.kept.values(), asked.input, {
    questionnaires,
    before: plans.shown.input.roster,
  });
  return {
    slug,
    id,
    asked,
    plans,
    roadmap,
    content,
    by: GROUPINGS.find((each) => each === query['by']) ?? 'domain',
    /** The same plan with its picture grouped another way. */
    byHref: (by: Grouping) => hrefWith(`/${slug}/assessments/${id}/roadmap`, query, by),
    said: DONE[String(query['done'])],
    change: query['change'],
    ...opened,
  };
}

const DONE: Record<string, string> = {
  saved: 'The scenario is saved.',
  deleted: 'The scenario is deleted.',
  chosen: 'This is the plan of the team from now on.',
};

function hrefWith(path: string, query: Record<string, string | string[] | undefined>, by: Grouping): Route {
  const asked = Object.entries(query).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[0] !== 'by' && pair[0] !== 'done',
  );
  return `${path}?${new URLSearchParams([...asked, ['by', by]])}` as Route;
}

/** Without the plan, which is the work of this page. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ org: slug, id }, { view }] = await Promise.all([params, searchParams]);
  const { report, loaded } = await openReport(slug, id, view, 'roadmap');
  return { title: `Roadmap: ${report.subject}, ${loaded.row.title}` };
}

/** The climb as a schedule: when each level is reached, who does what in which week, with which tool, automating what. */
export default async function RoadmapPage(props: Props) {
  const opened = await open(props);
  const {
    slug,
    id,
    asked,
    plans,
    by,
    byHref,
    said,
    change,
    roadmap,
    content,
    report,
    loaded,
    questionnaires,
    only,
    base,
    may,
  } = opened;
  const links = { base, only };
  const titles = titlesOf(content);
  const path = `${base}/roadmap` as Route;
  const { scenario } = plans.shown;
  const cost = roadmap.cost === null ? null : costText(content, roadmap.cost);
  const changeAt =
    scenario === null || asked.changed || !may('plan.make')
      ? null
      : (of: string) => `${path}?scenario=${scenario.id}&change=${of}#change` as Route;
  const step = changeAt === null ? null : climbToChange(content, change);
  return (
    <>
      <AssessmentHead opened={opened} current="roadmap" />
      {roadmap.answerFirst !== null ? (
        <Section title="What to answer first?">
          <p className="mb-4 max-w-prose">{NO_PLAN_YET}</p>
          <AnswerFirst report={report} links={links} />
        </Section>
      ) : (
        <div className="[&>section:first-of-type]:border-t-0 [&>section:first-of-type]:pt-0">
          {said !== undefined && (
            <div className="mb-6" role="status">
              <Notice>{said}</Notice>
            </div>
          )}
          <Section title="When are we there?">
            <p className="mb-4 max-w-prose text-lg text-pretty">
              {planSentences(content, roadmap).join(' ')}
            </p>
            {cost !== null && <p className="mb-4 max-w-prose">{cost}</p>}
            <Levels roadmap={roadmap} content={content} />
            <p className="text-quiet mt-3 max-w-prose text-sm">{RANGE_WORDS}</p>
          </Section>
          <Section title="Who is there, from when on?" aside={asideOf(asked.changed, plans)}>
            {Object.keys(asked.faults).length > 0 && (
              <div className="mb-4">
                <Notice kind="warn">
                  {plural(Object.keys(asked.faults).length, 'entry', 'entries')} below cannot be taken; the
                  plan has what was set before instead.
                </Notice>
              </div>
            )}
            <LiveForm
              // Another scenario has other fields.
              key={plans.shown.scenario?.id ?? ''}
              path={path}
            >
              <Settings
                content={content}
                input={asked.input}
                faults={asked.faults}
                questionnaires={only === undefined ? questionnaires : [only]}
                view={only}
                scenario={plans.shown.scenario?.id}
                by={by}
              />
            </LiveForm>
            <div className="mt-6">
              <Scenarios
                org={slug}
                id={id}
                path={path}
                team={loaded.team.slug}
                plans={plans}
                input={asked.input}
                changed={asked.changed}
                may={may('plan.make')}
              />
            </div>
          </Section>
          {roadmap.steps.length > 0 && (
            <>
              <Section
                title="What happens when?"
                aside={`${plural(roadmap.steps.length, 'step')} · ${Math.round(roadmap.days)} person-days`}
              >
                {step !== null && scenario !== null && (
                  <ChangeStep
                    org={slug}
                    id={id}
                    scenario={{ id: scenario.id, version: scenario.version }}
                    step={step}
                    adjustment={scenario.input.adjustments[step.id] ?? {}}
                    back={`${path}?scenario=${scenario.id}` as Route}
                  />
                )}
                <Timeline roadmap={roadmap} content={content} by={by} byHref={byHref} />
                <StepDetails roadmap={roadmap} content={content} links={links} changeAt={changeAt} />
                {scenario === null && may('plan.make') && (
                  <p className="text-quiet mt-2 text-sm">Save a scenario to change its steps one by one.</p>
                )}
              </Section>
              <Section title="Who is needed when?" aside="person-days by quarter">
                <People roadmap={roadmap} content={content} />
              </Section>
              <Section title="With which tools?">
                <Tooling roadmap={roadmap} titles={titles} />
              </Section>
              <Section title="What do people stop doing by hand?">
                <Automation roadmap={roadmap} />
              </Section>
            </>
          )}
          {roadmap.steps.length > 0 && !asked.changed && only === undefined && (
            <TakeAway path={path} scenario={scenario?.id} by={by} />
          )}
          <NotInPlan roadmap={roadmap} content={content} changeAt={changeAt} />
        </div>
      )}
    </>
  );
}

function asideOf(changed: boolean, { shown, plan }: PlansOfAssessment): string {
  if (changed) return 'as in this address; not saved yet';
  if (shown.scenario !== null) return `as saved in ${shown.scenario.name}`;
  return plan === null ? 'an assumed team: change it to yours' : `as in the plan ${plan.name}`;
}

/** The step that an address wants to change, with its roles as the content has them; `null` where there is no such step. */
function climbToChange(content: Content, wanted: unknown) {
  const { role, step } = titlesOf(content);
  for (const { id, steps } of content.capabilities)
    for (const { to, effort } of steps) {
      const own = stepId(id, to);
      if (own === wanted)
        return {
          id: own,
          title: step(own),
          effort: Object.entries(effort).map(([of, days]) => ({ role: of, title: role(of), days })),
        };
    }
  return null;
}
