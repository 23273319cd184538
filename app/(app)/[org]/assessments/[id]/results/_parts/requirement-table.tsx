import type { ReportRequirement } from '@/lib/domain/report';
import { isStatedAgainst, marksOf, STATE_TEXT } from '@/lib/domain/result-view';
import type { ModelId } from '@/lib/domain/vocabulary';
import { CriteriaList } from '../../_criteria-list';
import { answerHref, type Links } from '../../_links';

type Props = {
  label: string;
  model: ModelId;
  requirements: readonly ReportRequirement[];
  links: Links;
  /** With a column that says of each whether it is met. */
  withState?: boolean;
};

/** Requirements with the answers that decide them and the statements that make them; each is a link to where it was said. */
export function RequirementTable({ label, model, requirements, links, withState = false }: Props) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="text-quiet text-left max-sm:sr-only">
          <th scope="col" className="py-1 pr-4 font-normal">
            Requirement
          </th>
          <th scope="col" className="w-14 py-1 pr-4 font-normal">
            You
          </th>
          <th scope="col" className="w-16 py-1 pr-4 font-normal">
            Needs
          </th>
          {withState && (
            <th scope="col" className="w-32 py-1 pr-4 font-normal">
              State
            </th>
          )}
          <th scope="col" className="py-1 font-normal sm:w-1/2">
            Statements
          </th>
        </tr>
      </thead>
      <tbody>
        {requirements.map((requirement) => (
          <Row
            key={requirement.id}
            model={model}
            requirement={requirement}
            links={links}
            withState={withState}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  model,
  requirement,
  links,
  withState,
}: {
  model: ModelId;
  requirement: ReportRequirement;
  links: Links;
  withState: boolean;
}) {
  const { parts, state, criteria } = requirement;
  return (
    <tr className="border-line border-t align-top max-sm:grid max-sm:grid-cols-[1fr_auto_auto] max-sm:gap-x-3 max-sm:py-2">
      <th scope="row" className="py-1.5 pr-4 text-left font-medium max-sm:py-0 max-sm:pr-0">
        {parts.map(({ capability, title }, index) => (
          <span key={capability}>
            {index > 0 && <span className="font-normal"> or </span>}
            <a href={answerHref(links, capability)} className="link">
              {title}
            </a>
          </span>
        ))}
        {!withState && state === 'open' && (
          <span className="text-quiet font-normal"> · waits for an answer</span>
        )}
        {isStatedAgainst(requirement) && (
          <span className="text-quiet font-normal"> · a statement is said not to hold</span>
        )}
      </th>
      <td className="py-1.5 pr-4 max-sm:py-0 max-sm:pr-0">
        <span className="text-quiet sm:hidden">you </span>
        {marksOf(parts.map(({ standing }) => standing))}
      </td>
      <td className="py-1.5 pr-4 max-sm:py-0 max-sm:pr-0">
        <span className="text-quiet sm:hidden">needs </span>
        {parts.map(({ needs }) => needs).join(' or ')}
      </td>
      {withState && (
        <td className="py-1.5 pr-4 whitespace-nowrap max-sm:col-span-full max-sm:py-0">
          <span aria-hidden="true">{STATE_TEXT[state].mark} </span>
          {STATE_TEXT[state].words}
        </td>
      )}
      <td className="py-1.5 max-sm:col-span-full max-sm:pb-0">
        <CriteriaList criteria={criteria} model={model} links={links} />
      </td>
    </tr>
  );
}
