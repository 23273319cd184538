import { levelLabel } from '@/lib/domain/labels';
import type { Content } from '@/lib/domain/schema/content';
import type { ModelId } from '@/lib/domain/vocabulary';
import { Button } from '../../../../ui/button';
import { Select, TextField } from '../../../../ui/field';

/** A plain form whose fields are the address, so that what it finds can be bookmarked and sent. */
export function Filters({
  asked,
  models,
  lead,
}: {
  asked: { unit?: string | undefined; named?: string | undefined; level?: string | undefined; order: string };
  models: Content['models'];
  lead: ModelId | undefined;
}) {
  return (
    <form method="get" className="mb-4 flex max-w-3xl flex-wrap items-end gap-3">
      {asked.unit !== undefined && <input type="hidden" name="unit" value={asked.unit} />}
      <input type="hidden" name="order" value={asked.order} />
      <div className="min-w-40 flex-1">
        <TextField
          label="Team or unit"
          name="named"
          type="search"
          maxLength={200}
          defaultValue={asked.named}
        />
      </div>
      {lead !== undefined && (
        <div className="min-w-40 flex-1">
          <Select label="Level" name="level" defaultValue={asked.level ?? ''}>
            <option value="">any</option>
            <option value="below">below the lowest</option>
            {models[lead].levels.map((level) => (
              <option key={level.id} value={level.id}>
                {levelLabel(lead, level)}
              </option>
            ))}
          </Select>
        </div>
      )}
      <Button type="submit">Show</Button>
    </form>
  );
}
