import { backingOf, type Backing } from '@/lib/domain/evidence';
import { backedLevels, reasonWords, reviewsDue, withAndWithout } from '@/lib/domain/evidence-words';
import { capitalised } from '@/lib/domain/labels';
import type { Report, ReportCapability } from '@/lib/domain/report';
import { scopeText, trustLines } from '@/lib/domain/result-view';
import { Link } from '../../../../../../ui/link';
import { Section } from '../../../../../../ui/section';
import { answerHref, type Links } from '../../_links';

/** Separate figures, none of which changes a level; each opens the answers it was counted from. */
export function Trust({ report, links }: { report: Report; links: Links }) {
  const { capabilities, trust, models } = report;
  const unanswered = trust.notKnown.filter(({ answered }) => !answered);
  const unknown = trust.notKnown.filter(({ answered }) => answered);
  const claimed = capabilities
    .filter(({ standing }) => typeof standing === 'number' && standing > 0)
    .map((each) => ({ ...each, backing: backingOf(each, report.date) }));
  const shownAs = (state: Backing['state']) => claimed.filter(({ backing }) => backing.state === state);
  const sentences = [backedLevels(report), withAndWithout(report), reviewsDue(report)];
  return (
    <Section title="How sure?">
      <p className="max-w-prose">
        {capitalised(trustLines(report).join(' · '))}. Separate figures; none of them changes a level.{' '}
        {scopeText(report.scope)}
      </p>
      {sentences.map(
        (sentence) =>
          sentence !== null && (
            <p key={sentence} className="mt-2 max-w-prose">
              {sentence}
            </p>
          ),
      )}
      <div className="mt-3 space-y-1 text-sm">
        <Listed
          title="Not answered"
          items={unanswered.map(({ capability, title }) => ({ id: capability, title }))}
          links={links}
        />
        <Listed
          title="Don’t know"
          items={unknown.map(({ capability, title }) => ({ id: capability, title }))}
          links={links}
        />
        <Listed
          title="Not applicable"
          items={capabilities
            .filter(({ standing }) => standing === 'not-applicable')
            .map((each) => ({ ...each, reason: reasonWords(each, report.date) }))}
          links={links}
        />
        <Listed title="With current evidence" items={shownAs('backed')} links={links} />
        <Listed title="With lapsed evidence" items={shownAs('lapsed')} links={links} />
        <Listed
          title="Current evidence speaks against"
          items={claimed.filter(({ backing }) => backing.against)}
          links={links}
        />
      </div>
      <ul className="text-quiet mt-3 text-sm">
        {models.map(({ id, name, level }) => {
          const shown = trust.evidence.byModel[id];
          return (
            shown !== undefined &&
            shown.of > 0 && (
              <li key={id}>
                {name} {level.certain}: evidence behind {shown.backed} of its {shown.of} requirements
              </li>
            )
          );
        })}
      </ul>
    </Section>
  );
}

type Item = Pick<ReportCapability, 'id' | 'title'> & Partial<Pick<ReportCapability, 'evidence' | 'reason'>>;

function Listed({ title, items, links }: { title: string; items: Item[]; links: Links }) {
  if (items.length === 0) return null;
  return (
    <details>
      <summary className="text-accent min-h-6">
        {title}: {items.length}
      </summary>
      <ul className="mt-1 mb-3 grid gap-x-8 gap-y-1 pl-4 sm:grid-cols-2">
        {items.map(({ id, title: name, evidence, reason }) => (
          <li key={id} className="min-w-0 break-words">
            <Link href={answerHref(links, id)} className="link">
              {name}
            </Link>
            {evidence !== undefined && evidence.length > 0 && (
              <span className="text-quiet">: {evidence.map((each) => each.title).join(', ')}</span>
            )}
            {typeof reason === 'string' && <span className="text-quiet">: {reason}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
