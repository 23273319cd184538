import type { FormState } from '@/lib/action';

type Sent = { values?: FormState['values'] | undefined; lists?: FormState['lists'] | undefined };

/**
 * What is chosen under one name: what the form came back with, or, until it was sent, what stood there `before`. One ticked box comes
 * back as a text, several as a list, none not at all.
 */
export function chosenIn(
  { values, lists }: Sent,
  name: string,
  before: readonly string[] = [],
): readonly string[] {
  if (values === undefined) return before;
  const one = values[name];
  return lists?.[name] ?? (one === undefined ? [] : [one]);
}
