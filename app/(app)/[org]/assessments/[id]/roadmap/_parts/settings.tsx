import { levelLabel } from '@/lib/domain/labels';
import type { PlanInput } from '@/lib/domain/plan-input';
import type { Grouping } from '@/lib/domain/roadmap-timeline';
import type { Content, ModelId } from '@/lib/domain/schema/content';
import { ORDER_WORDS } from '@/lib/domain/roadmap-words';
import { PLATFORMS, TOOL_PLATFORMS, VENDORS } from '@/lib/domain/vocabulary';
import { Select, TextField } from '../../../../../../ui/field';
import { RoleRows } from './role-rows';
import { ShareSlider } from './share-slider';

type Props = {
  content: Content;
  input: PlanInput;
  faults: Record<string, string>;
  questionnaires: readonly ModelId[];
  view: ModelId | undefined;
  /** The one that the fields start from. */
  scenario: string | undefined;
  by: Grouping;
};

/** Targets, people and calendar of a plan; the names of the fields are those of the address. */
export function Settings({
  content,
  input: { targets, roster, order },
  faults,
  questionnaires,
  view,
  scenario,
  by,
}: Props) {
  return (
    <div className="space-y-6">
      {scenario !== undefined && <input type="hidden" name="scenario" value={scenario} />}
      {view !== undefined && <input type="hidden" name="view" value={view} />}
      {by !== 'domain' && <input type="hidden" name="by" value={by} />}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {questionnaires.map((model) => (
          <Select
            key={model}
            label={`${VENDORS[model].name} level aimed at`}
            name={`target.${model}`}
            defaultValue={targets[model] ?? ''}
            error={faults[`target.${model}`]}
          >
            <option value="">the next one</option>
            {content.models[model].levels.map((level) => (
              <option key={level.id} value={level.id}>
                {levelLabel(model, level)}
              </option>
            ))}
          </Select>
        ))}
        <Select label="What comes first" name="order" defaultValue={order}>
          {Object.entries(ORDER_WORDS).map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </Select>
        <TextField
          label="Start"
          name="start"
          type="date"
          defaultValue={roster.start}
          error={faults['start']}
        />
        <ShareSlider share={roster.share} error={faults['share']} />
        <Select
          label="Primary platform"
          name="platform"
          defaultValue={roster.platform}
          error={faults['platform']}
        >
          <PlatformOptions />
        </Select>
        <Select
          label="Secondary platform"
          name="secondary"
          defaultValue={roster.secondary ?? ''}
          error={faults['secondary']}
        >
          <option value="">none</option>
          <PlatformOptions />
        </Select>
      </div>
      <details open={Object.keys(faults).length > 0}>
        <summary className="text-accent min-h-6 text-sm">People, role by role, and limits</summary>
        <div className="mt-4 space-y-6">
          <RoleRows roles={content.roles} roster={roster} faults={faults} />
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <TextField
              label="Weeks that the plan looks ahead"
              name="horizonWeeks"
              inputMode="numeric"
              defaultValue={roster.horizonWeeks}
              error={faults['horizonWeeks']}
            />
            <TextField
              label="Weeks until a hire works"
              name="hireWeeks"
              inputMode="numeric"
              defaultValue={roster.hireWeeks}
              error={faults['hireWeeks']}
            />
            <TextField
              label="Steps at once"
              hint="empty: as many as the people allow"
              name="wip"
              inputMode="numeric"
              defaultValue={roster.wip ?? ''}
              error={faults['wip']}
            />
            <TextField
              label="Currency of the day rates"
              name="currency"
              maxLength={8}
              defaultValue={roster.currency ?? ''}
              error={faults['currency']}
            />
          </div>
        </div>
      </details>
    </div>
  );
}

function PlatformOptions() {
  return PLATFORMS.map((id) => (
    <option key={id} value={id}>
      {TOOL_PLATFORMS[id]}
    </option>
  ));
}
