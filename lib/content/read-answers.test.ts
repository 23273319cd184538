import { readAssessmentFile } from '@/lib/assessments/read-assessment-file';
import { realContent } from '@/lib/domain/testing';

const content = realContent();

const GOOD = `rungs: 1
subject: Fraud scoring
date: 2026-10-01
answers:
  data-validation: { rung: 2 }
  feature-store: { notApplicable: true, reason: No feature is shared. }
  drift-detection: { unknown: true }
stated:
  A2-ENV3: { holds: false }
`.split('\n');

test.each<{ says: string; line: string; by: string; message: RegExp }>([
  {
    says: 'an unknown capability',
    line: 'data-validation:',
    by: '  juggling: { rung: 2 }',
    message: /^answers\.juggling: there is no capability juggling/,
  },
  {
    says: 'a capability named after a part of objects',
    line: 'data-validation:',
    by: '  constructor: { rung: 2 }',
    message: /^answers\.constructor: there is no capability constructor/,
  },
  {
    says: 'a capability named after the parent of objects',
    line: 'data-validation:',
    by: '  __proto__: { rung: 2 }',
    message: /__proto__/,
  },
  {
    says: 'a rung that does not exist',
    line: 'data-validation:',
    by: '  data-validation: { rung: 5 }',
    message: /^answers\.data-validation\.rung: /,
  },
  {
    says: 'half a rung',
    line: 'data-validation:',
    by: '  data-validation: { rung: 2.5 }',
    message: /^answers\.data-validation\.rung: /,
  },
  {
    says: 'a rung as a text',
    line: 'data-validation:',
    by: '  data-validation: { rung: "2" }',
    message: /^answers\.data-validation\.rung: expected number/,
  },
  {
    says: 'an answer that is a number',
    line: 'data-validation:',
    by: '  data-validation: 2',
    message: /^answers\.data-validation: expected/,
  },
  {
    says: 'an answer that says two things',
    line: 'data-validation:',
    by: '  data-validation: { rung: 2, unknown: true }',
    message: /^answers\.data-validation: expected \{ rung: 0 to 4 \}/,
  },
  {
    says: 'an answer with an unknown field',
    line: 'data-validation:',
    by: '  data-validation: { rung: 2, colour: red }',
    message: /^answers\.data-validation/,
  },
  {
    says: 'not applicable where it always applies',
    line: 'data-validation:',
    by: '  data-validation: { notApplicable: true, reason: No. }',
    message: /^answers\.data-validation: .*always applies/,
  },
  {
    says: 'not applicable without a reason',
    line: 'feature-store:',
    by: '  feature-store: { notApplicable: true }',
    message: /^answers\.feature-store.*reason/,
  },
  {
    says: 'not applicable with an empty reason',
    line: 'feature-store:',
    by: '  feature-store: { notApplicable: true, reason: " " }',
    message: /^answers\.feature-store\.reason: is empty/,
  },
  {
    says: 'a capability twice',
    line: 'drift-detection:',
    by: '  data-validation: { rung: 3 }',
    message: /data-validation/,
  },
  {
    says: 'a note of 10,000 characters',
    line: 'drift-detection:',
    by: `  drift-detection: { unknown: true, note: ${'x'.repeat(10_000)} }`,
    message: /^answers\.drift-detection\.note: at most 4,000 characters/,
  },
  {
    says: 'a note with a NUL',
    line: 'drift-detection:',
    by: '  drift-detection: { unknown: true, note: "a\\0b" }',
    message: /^answers\.drift-detection\.note: contains a control character/,
  },
  {
    says: 'a note with a bell as it is',
    line: 'drift-detection:',
    by: '  drift-detection: { unknown: true, note: "a\u0007b" }',
    message: /control character/,
  },
  {
    says: 'a note with half of a character',
    line: 'drift-detection:',
    by: '  drift-detection: { unknown: true, note: "a\\ud83d" }',
    message: /^answers\.drift-detection\.note: contains half of a character/,
  },
  {
    says: 'evidence that is a script',
    line: 'data-validation:',
    by: '  data-validation: { rung: 2, evidence: [{ title: x, url: "javascript:alert(1)" }] }',
    message: /^answers\.data-validation\.evidence\.0\.url: expected an http/,
  },
  {
    says: 'evidence without a title',
    line: 'data-validation:',
    by: '  data-validation: { rung: 2, evidence: [{ title: "" }] }',
    message: /^answers\.data-validation\.evidence\.0\.title: is empty/,
  },
  {
    says: 'evidence in 21 pieces',
    line: 'data-validation:',
    by: `  data-validation: { rung: 2, evidence: [${'{ title: x }, '.repeat(21)}] }`,
    message: /^answers\.data-validation\.evidence: at most 20/,
  },
  {
    says: 'an unknown criterion',
    line: 'A2-ENV3:',
    by: '  A9-XXX: { holds: true }',
    message: /^stated\.A9-XXX: there is no criterion A9-XXX/,
  },
  {
    says: 'a statement that says neither yes nor no',
    line: 'A2-ENV3:',
    by: '  A2-ENV3: { holds: maybe }',
    message: /^stated\.A2-ENV3/,
  },
  { says: 'an alias without its anchor', line: 'A2-ENV3:', by: '  A2-ENV3: *nowhere', message: /alias/ },
])('$says is refused by name on its line', ({ line, by, message }) => {
  const index = GOOD.findIndex((each) => each.trimStart().startsWith(line));
  const read = readAssessmentFile(content, GOOD.with(index, by).join('\n'));
  expect(read.ok ? [] : read.faults).toContainEqual({
    line: index + 1,
    message: expect.stringMatching(message),
  });
});
