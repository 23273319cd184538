import { refusal } from './answers';
import type { Answers, AssessmentFile, Scope, Statements, Targets } from './schema/answers';
import type { Content, ModelId } from './schema/content';
import { MODEL_IDS } from './vocabulary';

/** One team's answers at one time: what files, forms and the database all become before anything is computed. */
export type Assessment = {
  subject: string;
  /** ISO date. */
  date: string;
  scope: Scope;
  /** At least one, in the order of the content. */
  questionnaires: ModelId[];
  targets: Targets;
  answers: Answers;
  statements: Statements;
};

export type AssessmentProblem = { path: (string | number)[]; message: string };

/** What a well-formed file says that the content does not know or allow: ids, levels, and what may not be excluded. */
export function assessmentProblems(content: Content, file: AssessmentFile): AssessmentProblem[] {
  const problems: AssessmentProblem[] = [];
  const capabilities = new Map(content.capabilities.map((each) => [each.id, each]));
  const retired = new Map(content.lifecycle.retired.map(({ id, note }) => [id, note]));
  const missing = (kind: string, id: string) =>
    retired.has(id) ? `${kind} ${id} is retired: ${retired.get(id)}` : `there is no ${kind} ${id}`;

  for (const [id, answer] of Object.entries(file.answers)) {
    const capability = capabilities.get(id);
    const message = capability === undefined ? missing('capability', id) : refusal(capability, answer);
    if (message !== undefined) problems.push({ path: ['answers', id], message });
  }
  const criteria = new Set(
    Object.values(content.models).flatMap((model) => model.criteria.map(({ id }) => id)),
  );
  for (const id of Object.keys(file.stated ?? {})) {
    if (!criteria.has(id)) problems.push({ path: ['stated', id], message: missing('criterion', id) });
  }
  for (const model of MODEL_IDS) {
    const level = file.targets?.[model];
    const { levels } = content.models[model];
    if (level !== undefined && !levels.some(({ id }) => id === level)) {
      const expected = levels.map(({ id }) => id).join(', ');
      problems.push({
        path: ['targets', model],
        message: `there is no level ${level}; expected one of ${expected}`,
      });
    }
  }
  for (const id of Object.keys(file.targets?.capabilities ?? {})) {
    if (!capabilities.has(id))
      problems.push({ path: ['targets', 'capabilities', id], message: missing('capability', id) });
  }
  return problems;
}

/** A checked file as an assessment; all questionnaires where none is named. */
export function assessmentOf(file: AssessmentFile): Assessment {
  return {
    subject: file.subject,
    date: file.date,
    scope: file.scope ?? {},
    questionnaires: MODEL_IDS.filter((id) => file.questionnaires?.includes(id) ?? true),
    targets: file.targets ?? {},
    answers: file.answers,
    statements: file.stated ?? {},
  };
}

/** The assessment as a file, capabilities and criteria in the order of the content; empty parts are left out. */
export function fileOf(content: Content, assessment: Assessment): AssessmentFile {
  const inOrder = <Value>(ids: string[], values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(ids.flatMap((id) => (values[id] === undefined ? [] : [[id, values[id]]])));
  const criteria = Object.values(content.models).flatMap((model) => model.criteria.map(({ id }) => id));
  const { subject, date, scope, questionnaires, targets, answers, statements } = assessment;
  return {
    rungs: 1,
    subject,
    date,
    ...(Object.keys(scope).length === 0 ? {} : { scope }),
    ...(questionnaires.length === MODEL_IDS.length ? {} : { questionnaires }),
    ...(Object.keys(targets).length === 0 ? {} : { targets }),
    answers: inOrder(
      content.capabilities.map(({ id }) => id),
      answers,
    ),
    ...(Object.keys(statements).length === 0 ? {} : { stated: inOrder(criteria, statements) }),
  };
}
