/** Where a measure changed: what stands on its two sides is not on one scale. */
export function BreakMark({ children }: { children: string }) {
  return (
    <span className="text-warn inline-flex items-center gap-2 text-sm">
      <span aria-hidden="true" className="border-warn inline-block h-4 w-1 shrink-0 border-x border-dashed" />
      {children}
    </span>
  );
}
