import { AUDIT_ACTIONS, allowedDetail, type AuditActionName } from './audit-actions';
import { AUDIT_GROUPS, doneWords, personWords, placeWords } from './audit-words';

const NAMES = Object.keys(AUDIT_ACTIONS) as AuditActionName[];

/** All that a line about an assessment may hold: nothing from which it follows what somebody answered. */
const OF_ASSESSMENTS: Record<string, string[]> = {
  'assessment.create': ['team', 'fromId', 'kind'],
  'assessment.configure': ['questionnaires', 'targets', 'edition', 'from', 'flagged', 'reopened'],
  'assessment.answer': ['capability'],
  'assessment.import': ['answers', 'statements'],
  'assessment.state': ['criterion'],
  'assessment.answer-alone': [],
  'assessment.begin-alone': [],
  'assessment.done-alone': [],
  'assessment.gather': ['way', 'named', 'guests', 'dueOn'],
  'assessment.ask': ['people', 'kind'],
  'assessment.ask-change': [],
  'assessment.ask-end': [],
  'assessment.remind': ['people'],
  'assessment.open': ['respondents'],
  'assessment.settle': ['capability', 'state'],
  'assessment.settle-all': ['capabilities'],
  'assessment.evidence-ask': ['capability'],
  'assessment.evidence-end': [],
  'assessment.finish': ['measure', 'hash'],
  'assessment.hand-in': [],
  'assessment.send-back': [],
  'assessment.archive': ['archived'],
  'assessment.delete': [],
  'assessment.restore': [],
};

test('no line about an assessment can hold an answer, a note, evidence or whether a criterion holds', () => {
  const own = NAMES.filter((name) => name.startsWith('assessment.'));
  expect(Object.fromEntries(own.map((name) => [name, AUDIT_ACTIONS[name].keys]))).toEqual(OF_ASSESSMENTS);
});

test.each(NAMES)('of %s nothing is written that its list does not name', (name) => {
  const secrets = { rung: 4, value: { rung: 4 }, choice: 4, note: 'n', holds: true, owner: 'Ana', by: 'Ana' };
  expect(allowedDetail(name, secrets)).toEqual({});
});

test('an answer’s evidence and reason are in no line', () => {
  for (const name of NAMES.filter((each) => each !== 'finding.delete'))
    expect(allowedDetail(name, { evidence: [], reason: 'r' })).toEqual({});
});

test.each(NAMES)('%s has words, with its thing and without', (action) => {
  const thing = { kind: 'assessment', name: 'Q4 2026', of: 'Fraud scoring' };
  for (const each of [thing, undefined]) {
    const words = doneWords({ action, detail: {} }, each, (id) => id);
    expect(words).toMatch(/^[a-z]/);
    expect(words).not.toMatch(/undefined|null|\[object/);
  }
  expect(Object.keys(AUDIT_GROUPS)).toContain(action.split('.')[0]);
});

test('a line reads as a sentence', () => {
  const thing = { kind: 'assessment', name: 'Q4 2026', of: 'Fraud scoring' };
  const said = (action: string, detail = {}) => doneWords({ action, detail }, thing, () => 'Rollback');
  expect(said('assessment.finish')).toBe('finished the assessment Q4 2026 of Fraud scoring');
  expect(said('assessment.answer', { capability: 'rollback' })).toBe(
    'answered “Rollback” in the assessment Q4 2026 of Fraud scoring',
  );
  expect(doneWords({ action: 'assessment.finish', detail: {} }, undefined, (id) => id)).toBe(
    'finished an assessment that is gone',
  );
  expect(said('plan.accept', { step: 'rollback:2' })).toContain('the step “Rollback” to rung 2');
  expect(said('of.another-version')).toContain('no words');
});

test('who and where from are said as far as they are known', () => {
  const known = { subject: 's', actorName: 'Ana Ortiz', actorEmail: 'a@b.example', place: null };
  expect(personWords(known)).toBe('Ana Ortiz');
  expect(personWords({ ...known, actorName: null })).toBe('a@b.example');
  expect(personWords({ ...known, actorName: null, actorEmail: null })).toBe('Somebody whose name was erased');
  expect(personWords({ ...known, subject: null })).toBe('Somebody');
  const place = { address: '192.0.2.7', device: 'Firefox on Linux' };
  expect(personWords({ ...known, subject: null, place })).toBe('Somebody without an account');
  expect(personWords({ ...known, subject: null, place: 'job' })).toBe('Rungs');
  expect(placeWords({ address: '192.0.2.7', device: 'Firefox on Linux' })).toBe(
    'Firefox on Linux, 192.0.2.7',
  );
  expect(placeWords({ address: '', device: 'Firefox on Linux' })).toBe('Firefox on Linux');
  expect(placeWords('command line')).toBe('on the command line');
});
