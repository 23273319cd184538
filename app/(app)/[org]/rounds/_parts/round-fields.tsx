import type { FormState } from '@/lib/action';
import { LIMITS } from '@/lib/domain/limits';
import { TextField } from '../../../../ui/field';

type Props = {
  state: FormState;
  /** What stands in the fields before somebody types. */
  now: { title: string; dueOn: string };
};

/** What a round is called and by when its teams finish: the same when it is opened and when it is changed. */
export function RoundFields({ state: { fields, values }, now }: Props) {
  return (
    <div className="grid max-w-xl gap-5 sm:grid-cols-2">
      <TextField
        label="Name of the round"
        name="title"
        required
        maxLength={LIMITS.title}
        defaultValue={values?.['title'] ?? now.title}
        error={fields?.['title']}
      />
      <TextField
        label="Due on"
        name="dueOn"
        type="date"
        required
        defaultValue={values?.['dueOn'] ?? now.dueOn}
        error={fields?.['dueOn']}
      />
    </div>
  );
}
