'use client';

import type { ChoiceNode } from '@/lib/rounds/round-choice';
import { ActionForm } from '../../../../ui/action-form';
import { Button } from '../../../../ui/button';
import { chosenIn } from '../../../../ui/chosen-in';
import { openRoundAction } from '../actions';
import { RoundFields } from './round-fields';
import { TeamChoice } from './team-choice';

type Props = { org: string; now: { title: string; dueOn: string }; teams: ChoiceNode[] };

export function OpenRound({ org, now, teams }: Props) {
  return (
    <ActionForm action={openRoundAction}>
      {(state) => (
        <>
          <input type="hidden" name="org" value={org} />
          <RoundFields state={state} now={now} />
          <TeamChoice
            legend="Teams that are asked"
            name="teams"
            nodes={teams}
            chosen={chosenIn(state, 'teams')}
            error={state.fields?.['teams']}
          />
          <Button kind="primary" type="submit">
            Open the round
          </Button>
        </>
      )}
    </ActionForm>
  );
}
