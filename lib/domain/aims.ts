import type { ModelId } from './vocabulary';

/** Where an organisation or one of its units wants to be: a level per model, and the day by which. */
export type Aims = Partial<Record<ModelId, { level: string; by: string }>>;
