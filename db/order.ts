const collator = new Intl.Collator('en', { numeric: true });

/** Sorts by name here and not in SQL: SQLite orders text by bytes, PostgreSQL by the collation it was set up with. */
export function byName(a: { name: string }, b: { name: string }): number {
  return collator.compare(a.name, b.name);
}
