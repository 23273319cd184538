import { evidenceText } from '../domain/evidence-words';
import { capitalised, levelCount, levelText, percent, range } from '../domain/labels';
import { levelStates } from '../domain/level-states';
import { scoringBasis } from '../domain/requirements';
import { score, toGo } from '../domain/score';
import { scoreSummary } from '../domain/stored-score';
import { VENDORS } from '../domain/vocabulary';
import { oneFile, readAssessment } from './arguments';

/** `rungs score FILE [--json] [--only MODEL]` */
export function scoreCommand(args: string[]): void {
  const { file, values } = oneFile('score', args, { json: { type: 'boolean' }, only: { type: 'string' } });
  const { content, assessment } = readAssessment(file, values.only);
  const scored = score(
    scoringBasis(content, assessment.questionnaires),
    assessment.answers,
    assessment.statements,
    assessment.date,
  );
  if (values.json === true) {
    console.log(JSON.stringify(scoreSummary(content, scored), null, 2));
    return;
  }
  console.log(`${assessment.subject}, ${assessment.date}\n`);
  for (const model of scored.models) {
    const { certain, best, floor } = model.level;
    const text = (id: string | null) => levelText(model.model, model.levels, id);
    const notes = [
      ...(best === certain ? [] : [`up to ${text(best)} if what is not known is so`]),
      ...(floor === certain ? [] : [`${text(floor)} without exclusions`]),
    ];
    console.log(
      `${VENDORS[model.model].mark} ${VENDORS[model.model].name}: ${[text(certain), ...notes].join('; ')}`,
    );
    for (const state of levelStates(model)) {
      const own = model.levels.find(({ id }) => id === state.id);
      const missing = state.isNext
        ? `, ${range(toGo(model, state.id).best, toGo(model, state.id).certain)} to go`
        : '';
      console.log(
        `    ${state.reached && state.of > 0 ? '✓' : ' '} ${own?.name ?? state.id}: ${levelCount(state)}${missing}`,
      );
    }
  }
  const { counts, evidence } = scored;
  console.log(
    `\nAnswered ${counts.answered} of ${counts.applicable}, don't know ${counts.unknown}, not applicable ${counts.notApplicable}`,
  );
  console.log(`${capitalised(evidenceText(evidence))}; domains overall ${percent(scored.overall)}`);
}
