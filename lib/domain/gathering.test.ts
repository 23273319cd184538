import * as fc from 'fast-check';
import { askedFor, byLeadRole, isBlind, progressOf } from './gathering';

const NOON = new Date('2026-10-01T12:00:00Z');

test.each([
  [undefined, false],
  [{ way: 'together' as const, openedAt: null }, false],
  [{ way: 'alone' as const, openedAt: null }, true],
  [{ way: 'alone' as const, openedAt: NOON }, false],
])('what is answered each alone is blind until it is opened: %j', (gathering, blind) => {
  expect(isBlind(gathering)).toBe(blind);
});

test.each([
  [{ begunAt: null, doneAt: null }, [], { kind: 'not-begun' }],
  [{ begunAt: NOON, doneAt: null }, [], { kind: 'answering', answered: 0 }],
  [{ begunAt: NOON, doneAt: null }, ['a'], { kind: 'answering', answered: 1 }],
  [{ begunAt: NOON, doneAt: null }, ['a', 'b'], { kind: 'done', answered: 2 }],
  [{ begunAt: NOON, doneAt: NOON }, ['a'], { kind: 'done', answered: 1 }],
  [{ begunAt: NOON, doneAt: null }, ['a', 'c', 'd'], { kind: 'answering', answered: 1 }],
])('how far somebody is who is asked for two: %j with %j', (respondent, answered, progress) => {
  const has = new Set<string>(answered);
  expect(progressOf(respondent, ['a', 'b'], (capability) => has.has(capability))).toEqual(progress);
});

test('who was given nothing, or nothing that is asked any more, is asked for all', () => {
  expect(askedFor(['a', 'b', 'c'], ['c', 'a'])).toEqual(['a', 'c']);
  expect(askedFor(['a', 'b'], [])).toEqual(['a', 'b']);
  expect(askedFor(['a', 'b'], ['gone'])).toEqual(['a', 'b']);
});

const roles = fc.subarray(['data', 'ml', 'owner', 'ops']);

test('by lead role each capability is given to all who lead it and to nobody else, or is named as nobody’s', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), lead: roles }), {
        selector: ({ id }) => id,
      }),
      fc.uniqueArray(fc.record({ id: fc.uuid(), roles }), { selector: ({ id }) => id }),
      (led, respondents) => {
        const capabilities = led.map(({ id, lead }) => ({ id, roles: { lead } }));
        const { tasks, nobody } = byLeadRole(capabilities, respondents);
        for (const { id, lead } of led) {
          const given = respondents.filter((each) => tasks.get(each.id)?.includes(id) === true);
          expect(given).toEqual(respondents.filter((each) => each.roles.some((role) => lead.includes(role))));
          expect(nobody.includes(id)).toBe(given.length === 0);
        }
      },
    ),
  );
});
