import type { Role } from './schema/content';
import type { ModelId } from './vocabulary';

/** Under which name each vendor publishes its courses and certificates. */
const PUBLISHERS: Record<ModelId, string> = {
  aws: 'Amazon Web Services',
  microsoft: 'Microsoft',
  google: 'Google Cloud',
};

/** What a role can learn by: all of it, or, where one vendor alone is read, none of the others'. */
export function pathsFor(paths: Role['upskilling'], questionnaires: readonly ModelId[]): Role['upskilling'] {
  const [only, second] = questionnaires;
  if (only === undefined || second !== undefined) return paths;
  const others = Object.entries(PUBLISHERS).flatMap(([id, publisher]) => (id === only ? [] : [publisher]));
  return paths.filter(({ publisher }) => !others.includes(publisher));
}
