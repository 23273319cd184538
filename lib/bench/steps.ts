/**
 * What is measured or prepared in a process of its own, by name; each takes the arguments of the command line and gives what can be told in
 * JSON. Loaded when asked for, as the database is chosen when its modules are loaded.
 */
export const STEPS = {
  engine: async () => (await import('./steps/engine')).engine(),
  access: async () => (await import('./steps/access')).access(),
  asked: async ([id = '', owner = '']: readonly string[]) => (await import('./steps/asked')).asked(id, owner),
  people: async ([count]: readonly string[]) => (await import('./steps/people')).people(Number(count)),
  kept: async () => (await import('./steps/kept')).kept(),
  drafts: async ([count]: readonly string[]) => (await import('./steps/drafts')).drafts(Number(count)),
  faults: async () => (await import('./steps/faults')).faults(),
  finishing: async () => (await import('./steps/finishing')).finishing(),
  grow: async (size: readonly string[]) => (await import('./steps/grow')).grow(size.map(Number)),
  plans: async (size: readonly string[]) => (await import('./steps/plans')).plans(size.map(Number)),
};

export type StepName = keyof typeof STEPS;
export type StepResult<Name extends StepName> = Awaited<ReturnType<(typeof STEPS)[Name]>>;
