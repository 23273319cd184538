/** What came of work, or the sentence for the person why nothing did. */
export type Outcome<Value> = { value: Value } | { why: string };

/** Runs work on a database; what the driver says of a host names nobody's password. */
export async function sayingWhy<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { why: messageOf(error) };
  }
}

/** A host with several addresses fails once for each, and Node sums that up without a word. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
