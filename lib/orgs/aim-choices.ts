import { levelLabel } from '../domain/labels';
import type { Content } from '../domain/schema/content';
import type { ModelId } from '../domain/vocabulary';

/** The levels that can be aimed at, by each of these questionnaires. */
export const aimChoices = ({ models }: Pick<Content, 'models'>, questionnaires: readonly ModelId[]) =>
  questionnaires.map((id) => ({
    id,
    levels: models[id].levels.map((level) => ({ id: level.id, title: levelLabel(id, level) })),
  }));
