'use client';

import { WAY_WORDS } from '@/lib/domain/gathering-words';
import { GATHERING_WAYS } from '@/lib/domain/vocabulary';
import type { PeopleView } from '@/lib/gatherings/people-view';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { TextField } from '../../../../../../ui/field';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { setGatheringAction } from '../actions';
import type { Of } from './of';

/** Chooses between the two ways, with what is promised to whoever answers. */
export function WayForm({ of, view: { settings, seen } }: { of: Of; view: PeopleView }) {
  return (
    <ActionForm action={setGatheringAction} className="max-w-3xl space-y-5">
      {({ values = {}, fields }) => {
        const way = values['way'] ?? settings.way;
        const named = values['named'] ?? (settings.named ? 'yes' : 'no');
        const guests = values['way'] === undefined ? settings.guests : values['guests'] === 'yes';
        return (
          <>
            <HiddenFields of={{ ...of, seen }} />
            <fieldset className="group space-y-4">
              <legend className="sr-only">How it is answered</legend>
              <div className="grid gap-3 sm:grid-cols-2">
                {GATHERING_WAYS.map((each) => (
                  <label
                    key={each}
                    className="border-border bg-raised has-checked:border-accent has-checked:bg-sunken grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-3 gap-y-1 rounded-md border p-4"
                  >
                    <input
                      key={`${each} ${way}`}
                      type="radio"
                      name="way"
                      value={each}
                      defaultChecked={way === each}
                      className="accent-accent mt-1 size-4"
                    />
                    <span className="font-medium">{WAY_WORDS[each].title}</span>
                    <span className="text-quiet col-start-2 text-sm">{WAY_WORDS[each].words}</span>
                  </label>
                ))}
              </div>
              {/* Shown by the style sheet, so that choosing needs no script. */}
              <div className="hidden space-y-4 group-has-[input[value=alone]:checked]:block">
                <fieldset className="space-y-1">
                  <legend className="text-sm font-medium">Once opened, facilitators see</legend>
                  <Choice name="named" value="yes" chosen={named}>
                    who said what, by name
                  </Choice>
                  <Choice name="named" value="no" chosen={named}>
                    respondents 1, 2, 3 and so on, in an order that tells nothing
                  </Choice>
                </fieldset>
                <label className="flex min-h-8 items-center gap-2.5 text-sm">
                  <input
                    key={String(guests)}
                    type="checkbox"
                    name="guests"
                    value="yes"
                    defaultChecked={guests}
                    className="accent-accent size-4"
                  />
                  People without an account may be asked by a link
                </label>
              </div>
              <div className="max-w-52">
                <TextField
                  label="Answers are due (if you like)"
                  name="dueOn"
                  type="date"
                  defaultValue={values['dueOn'] ?? settings.dueOn ?? ''}
                  error={fields?.['dueOn']}
                />
              </div>
            </fieldset>
            <Button kind="primary" type="submit">
              Save how it is answered
            </Button>
          </>
        );
      }}
    </ActionForm>
  );
}

function Choice({
  name,
  value,
  chosen,
  children,
}: {
  name: string;
  value: string;
  chosen: string;
  children: string;
}) {
  return (
    <label className="flex min-h-8 items-center gap-2.5 text-sm">
      <input
        key={chosen}
        type="radio"
        name={name}
        value={value}
        defaultChecked={chosen === value}
        className="accent-accent size-4"
      />
      {children}
    </label>
  );
}
