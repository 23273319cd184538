'use client';

import { useRef, useSyncExternalStore } from 'react';
import type { PersonView } from '@/lib/gatherings/people-view';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { chosenIn } from '../../../../../../ui/chosen-in';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { changeRespondentAction } from '../actions';

const never = () => () => undefined;

type Props = { of: { org: string; id: string; respondent: string }; view: PersonView };

/** Roles, and questions by domain; none ticked is all of them. */
export function PersonForm({ of, view }: Props) {
  const { roles, groups, titles, tasks, version, name } = view;
  return (
    <ActionForm action={changeRespondentAction} className="max-w-4xl space-y-8">
      {(state) => {
        const has = chosenIn(
          state,
          'roles',
          roles.flatMap((role) => (role.has ? [role.id] : [])),
        );
        const given = chosenIn(state, 'tasks', tasks);
        return (
          <>
            <HiddenFields of={{ ...of, seen: version }} />
            <fieldset>
              <legend className="mb-1 text-lg font-medium">Roles</legend>
              <p className="text-quiet mb-2 text-sm">
                By them questions can be given to whoever leads them, all at once.
              </p>
              <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
                {roles.map((role) => (
                  <Tick key={role.id} name="roles" value={role.id} chosen={has.includes(role.id)}>
                    {role.title}
                  </Tick>
                ))}
              </div>
            </fieldset>
            <fieldset className="space-y-4">
              <legend className="mb-1 text-lg font-medium">Questions</legend>
              <p className="text-quiet text-sm">
                {name} is asked for what is ticked. With nothing ticked, {name} is asked for all.
              </p>
              <div className="gap-x-8 sm:columns-2 lg:columns-3">
                {groups.map((group) => (
                  <Domain
                    key={group.id}
                    title={group.title}
                    ids={group.capabilities}
                    given={given}
                    titles={titles}
                  />
                ))}
              </div>
            </fieldset>
            <Button kind="primary" type="submit">
              Save
            </Button>
          </>
        );
      }}
    </ActionForm>
  );
}

/** The questions of one domain, with a box for all of them that needs a script. */
function Domain({
  title,
  ids,
  given,
  titles,
}: {
  title: string;
  ids: readonly string[];
  given: readonly string[];
  titles: Readonly<Record<string, string>>;
}) {
  const boxes = useRef<HTMLFieldSetElement>(null);
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const tickAll = (): void => {
    const own = [...(boxes.current?.querySelectorAll<HTMLInputElement>('input[name=tasks]') ?? [])];
    const all = own.every(({ checked }) => checked);
    for (const box of own) box.checked = !all;
  };
  return (
    <fieldset ref={boxes} className="mb-5 break-inside-avoid">
      <legend className="font-medium">{title}</legend>
      {scripted && (
        <button type="button" className="link min-h-7 text-sm" onClick={tickAll}>
          All {ids.length}
          <span className="sr-only"> questions of {title}</span>
        </button>
      )}
      {ids.map((id) => (
        <Tick key={id} name="tasks" value={id} chosen={given.includes(id)}>
          {titles[id] ?? id}
        </Tick>
      ))}
    </fieldset>
  );
}

function Tick({
  name,
  value,
  chosen,
  children,
}: {
  name: string;
  value: string;
  chosen: boolean;
  children: string;
}) {
  return (
    <label className="flex min-h-8 items-center gap-2.5 text-sm">
      <input
        key={String(chosen)}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={chosen}
        className="accent-accent size-4 shrink-0"
      />
      {children}
    </label>
  );
}
