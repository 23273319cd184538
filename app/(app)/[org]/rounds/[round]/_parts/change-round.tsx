'use client';

import type { ChoiceNode } from '@/lib/rounds/round-choice';
import { ActionForm } from '../../../../../ui/action-form';
import { Button, buttonClass } from '../../../../../ui/button';
import { chosenIn } from '../../../../../ui/chosen-in';
import { RoundFields } from '../../_parts/round-fields';
import { TeamChoice } from '../../_parts/team-choice';
import { changeRoundAction } from '../../actions';

type Props = {
  org: string;
  round: { id: string; title: string; dueOn: string };
  members: { slug: string; name: string }[];
  teams: ChoiceNode[];
};

/** Another name or day, teams that join, and teams that are taken out. */
export function ChangeRound({ org, round, members, teams }: Props) {
  const free = teams.some((node) => node.free > 0);
  return (
    <details className="open:basis-full">
      <summary className={`${buttonClass('plain')} list-none`}>Change …</summary>
      <ActionForm action={changeRoundAction} className="mt-4 space-y-6">
        {(state) => (
          <>
            <input type="hidden" name="org" value={org} />
            <input type="hidden" name="id" value={round.id} />
            <RoundFields state={state} now={round} />
            {free && (
              <TeamChoice
                legend="Add teams"
                name="add"
                nodes={teams}
                chosen={chosenIn(state, 'add')}
                error={state.fields?.['add']}
              />
            )}
            <fieldset>
              <legend className="mb-1 text-sm font-medium">Take teams out</legend>
              <p className="text-quiet text-sm">Their assessments stay.</p>
              {state.fields?.['remove'] !== undefined && (
                <p role="alert" className="text-warn text-sm">
                  {state.fields['remove']}
                </p>
              )}
              <ul className="max-h-[32rem] max-w-3xl gap-x-8 overflow-y-auto sm:columns-2 lg:columns-3">
                {members.map(({ slug, name }) => (
                  <li key={slug} className="break-inside-avoid">
                    <label className="flex min-h-8 items-start gap-3 py-1">
                      <input
                        type="checkbox"
                        name="remove"
                        value={slug}
                        defaultChecked={chosenIn(state, 'remove').includes(slug)}
                        className="accent-accent mt-1 size-4 shrink-0"
                      />
                      {name}
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
            <Button type="submit">Save</Button>
          </>
        )}
      </ActionForm>
    </details>
  );
}
