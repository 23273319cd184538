import { Select } from './field';

export type Unit = { slug: string; path: string };

/** Under which unit of the tree; none is its top. */
export function UnitChoice({
  units,
  chosen,
  error,
}: {
  units: readonly Unit[];
  chosen: string;
  error?: string | undefined;
}) {
  return (
    <Select label="Belongs to" name="parent" defaultValue={chosen} error={error}>
      <option value="">the organisation itself</option>
      {units.map(({ slug, path }) => (
        <option key={slug} value={slug}>
          {path}
        </option>
      ))}
    </Select>
  );
}
