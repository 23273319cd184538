/** A key, shown where there are keys to press. */
export const Key = ({ name }: { name: string }) => (
  <kbd className="hidden font-sans text-xs opacity-75 lg:inline" aria-hidden="true">
    {name}
  </kbd>
);
