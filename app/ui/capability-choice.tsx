export type CapabilityGroup = { title: string; capabilities: { id: string; title: string }[] };

/** Capabilities to tick, domain by domain, folded away until somebody wants them. */
export function CapabilityChoice({
  label,
  groups,
  chosen,
  error,
  open = false,
}: {
  label: string;
  groups: readonly CapabilityGroup[];
  /** By id. */
  chosen: readonly string[];
  error: string | undefined;
  open?: boolean;
}) {
  return (
    <details open={open || error !== undefined}>
      <summary className="inline-flex min-h-8 items-center text-sm font-medium">
        {label}
        {chosen.length > 0 && `: ${chosen.length}`} ▾
      </summary>
      {error !== undefined && <p className="text-warn text-sm">{error}</p>}
      <div className="mt-2 grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {groups.map(({ title, capabilities }) => (
          <fieldset key={title}>
            <legend className="text-quiet mb-1 text-sm">{title}</legend>
            {capabilities.map((capability) => (
              <label key={capability.id} className="flex min-h-8 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name="capabilities"
                  value={capability.id}
                  defaultChecked={chosen.includes(capability.id)}
                  className="accent-accent size-4"
                />
                {capability.title}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
