import { enterDemo } from './actions';
import { buttonClass } from '../../ui/button';
import { ServerForm } from '../../ui/server-form';

/** One click in, as one of the demo's people; shown in the demo alone. */
export function DemoDoors({ doors }: { doors: { id: string; label: string; says: string }[] }) {
  return (
    <ServerForm action={enterDemo} className="mt-8" label="Look around the demo">
      <ul className="space-y-3">
        {doors.map(({ id, label, says }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <button type="submit" name="door" value={id} className={`${buttonClass('primary')} w-72`}>
              {label}
            </button>
            <span className="text-quiet text-sm">{says}</span>
          </li>
        ))}
      </ul>
    </ServerForm>
  );
}
