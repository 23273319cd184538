import { plural } from '@/lib/domain/labels';
import { ALL_TEAMS } from '@/lib/domain/round-teams';
import type { ChoiceNode } from '@/lib/rounds/round-choice';

type Props = {
  legend: string;
  name: string;
  nodes: readonly ChoiceNode[];
  /** Addresses that were chosen before the form came back. */
  chosen: readonly string[];
  error?: string | undefined;
};

/** With so few teams, all are shown at once. */
const FEW = 12;

const ROW = 'flex min-h-8 items-start gap-3 py-1';

/**
 * Teams as a tree of checkboxes, a unit for all below it. What is chosen as a whole folds away its parts; styles do that, so that it
 * works without JavaScript.
 */
export function TeamChoice({ legend, name, nodes, chosen, error }: Props) {
  const free = nodes.reduce((sum, node) => sum + node.free, 0);
  const teams = nodes.reduce((sum, node) => sum + node.teams, 0);
  return (
    <fieldset className="has-[>label>input:checked]:[&>ul]:hidden">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {error !== undefined && (
        <p role="alert" className="text-warn mb-1 text-sm">
          {error}
        </p>
      )}
      {free > 1 && (
        <label className={ROW}>
          <Box name={name} value={ALL_TEAMS} chosen={chosen} />
          <span>{wholeText('All of the organisation', { free, teams })}</span>
        </label>
      )}
      <Nodes name={name} nodes={nodes} chosen={chosen} open={teams <= FEW} />
    </fieldset>
  );
}

type Level = Pick<Props, 'name' | 'nodes' | 'chosen'> & { open: boolean };

function Nodes({ name, nodes, chosen, open }: Level) {
  const units = nodes.filter(({ below }) => below.length > 0);
  const teams = nodes.filter(({ below }) => below.length === 0);
  return (
    <ul className="max-w-3xl">
      {units.map((unit) => (
        <li
          key={unit.slug}
          className="border-line border-t py-1 has-[>label>input:checked]:[&>details]:hidden"
        >
          <label className={`${ROW} font-medium`}>
            <Box name={name} value={unit.slug} chosen={chosen} disabled={unit.free === 0} />
            <span>
              {unit.name}
              <span className="text-quiet font-normal">: {wholeText('all of this unit', unit)}</span>
            </span>
          </label>
          <details className="pl-7" open={open || unit.below.some((each) => holds(each, chosen))}>
            <summary className="text-quiet min-h-6 text-sm">
              Single teams<span className="sr-only"> of {unit.name}</span>
            </summary>
            <Nodes name={name} nodes={unit.below} chosen={chosen} open={open} />
          </details>
        </li>
      ))}
      {teams.length > 0 && (
        <li className={units.length > 0 ? 'border-line border-t py-1' : ''}>
          <ul className="gap-x-8 sm:columns-2 lg:columns-3">
            {teams.map((team) => (
              <li key={team.slug} className="break-inside-avoid">
                <label className={ROW}>
                  <Box name={name} value={team.slug} chosen={chosen} disabled={team.takenBy !== null} />
                  <span>
                    {team.name}
                    {team.takenBy !== null && <span className="text-quiet">, in {team.takenBy}</span>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </li>
      )}
    </ul>
  );
}

function Box({
  name,
  value,
  chosen,
  disabled = false,
}: {
  name: string;
  value: string;
  chosen: readonly string[];
  disabled?: boolean;
}) {
  return (
    <input
      type="checkbox"
      name={name}
      value={value}
      defaultChecked={chosen.includes(value)}
      disabled={disabled}
      className="accent-accent mt-1 size-4 shrink-0"
    />
  );
}

/** `all of this unit, 8 teams`, and how many of them another round has. */
function wholeText(what: string, { free, teams }: Pick<ChoiceNode, 'free' | 'teams'>): string {
  if (free === teams) return `${what}, ${plural(teams, 'team')}`;
  if (free === 0) return `${plural(teams, 'team')}, all in an open round`;
  return `${what}, ${plural(free, 'team')}; ${teams - free} more in an open round`;
}

const holds = (node: ChoiceNode, chosen: readonly string[]): boolean =>
  chosen.includes(node.slug) || node.below.some((each) => holds(each, chosen));
