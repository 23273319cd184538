import type { Metadata, Route } from 'next';
import { plural } from '@/lib/domain/labels';
import { assumedInput } from '@/lib/domain/plan-input';
import { buildRoadmap } from '@/lib/domain/roadmap';
import { finishSentence, titlesOf } from '@/lib/domain/roadmap-words';
import { inputFromQuery } from '@/lib/plans/input-from-query';
import { Notice } from '../../../../../ui/notice';
import { Section } from '../../../../../ui/section';
import { AssessmentHead } from '../_head';
import { openReport } from '../_open-report';
import { AnswerFirst } from '../results/_parts/answer-first';
import { Automation } from './_parts/automation';
import { Levels } from './_parts/levels';
import { LiveForm } from './_parts/live-form';
import { NotInPlan } from './_parts/not-in-plan';
import { People } from './_parts/people';
import { Settings } from './_parts/settings';
import { Timeline } from './_parts/timeline';
import { Tooling } from './_parts/tooling';

type Props = PageProps<'/[org]/assessments/[id]/roadmap'>;

async function open({ params, searchParams }: Props) {
  const [{ org: slug, id }, query] = await Promise.all([params, searchParams]);
  const opened = await openReport(slug, id, query['view'], 'roadmap');
  const { loaded, ctx, only } = opened;
  const { content, assessment } = loaded;
  const today = ctx.now.toISOString().slice(0, 10);
  const asked = inputFromQuery(content, assumedInput(assessment.targets, today), query);
  const { targets, ...settings } = asked.input;
  const questionnaires = only === undefined ? assessment.questionnaires : [only];
  const roadmap = buildRoadmap(content, { ...assessment, targets, questionnaires }, settings);
  return { slug, id, query, asked, roadmap, content, ...opened };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { report, loaded } = await open(props);
  return { title: `Roadmap: ${report.subject}, ${loaded.row.title}` };
}

/** The climb as a schedule: when each level is reached, who does what in which week, with which tool, automating what. */
export default async function RoadmapPage(props: Props) {
  const { slug, id, asked, roadmap, content, report, loaded, questionnaires, only, base } = await open(props);
  const links = { base, only };
  const titles = titlesOf(content);
  const path = `${base}/roadmap` as Route;
  return (
    <>
      <AssessmentHead
        org={slug}
        id={id}
        current="roadmap"
        title={loaded.row.title}
        report={report}
        questionnaires={questionnaires}
        only={only}
      />
      {roadmap.answerFirst !== null ? (
        <Section title="What to answer first?">
          <p className="mb-4 max-w-prose">Half or more is not known, so there is no plan yet.</p>
          <AnswerFirst report={report} links={links} />
        </Section>
      ) : (
        <div className="[&>section:first-of-type]:border-t-0 [&>section:first-of-type]:pt-0">
          <Section title="When are we there?">
            <p className="mb-4 max-w-prose text-lg text-pretty">{finishSentence(roadmap, content)}</p>
            <Levels roadmap={roadmap} content={content} />
          </Section>
          <Section
            title="Who is there, from when on?"
            aside={
              asked.changed
                ? 'as in this address; nothing is saved yet'
                : 'an assumed team: change it to yours'
            }
          >
            {Object.keys(asked.faults).length > 0 && (
              <div className="mb-4">
                <Notice kind="warn">
                  {plural(Object.keys(asked.faults).length, 'entry', 'entries')} below cannot be taken; the
                  plan has what was set before instead.
                </Notice>
              </div>
            )}
            <LiveForm path={path}>
              <Settings
                content={content}
                input={asked.input}
                faults={asked.faults}
                questionnaires={only === undefined ? questionnaires : [only]}
                view={only}
              />
            </LiveForm>
          </Section>
          {roadmap.steps.length > 0 && (
            <>
              <Section
                title="What happens when?"
                aside={`${plural(roadmap.steps.length, 'step')} · ${Math.round(roadmap.days)} person-days`}
              >
                <Timeline roadmap={roadmap} content={content} links={links} />
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
          <NotInPlan roadmap={roadmap} content={content} />
        </div>
      )}
    </>
  );
}
