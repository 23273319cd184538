import { chosenIn } from './chosen-in';

const BEFORE = ['rollback', 'retraining'];

test('a form that was not sent yet shows what stood there before', () => {
  expect(chosenIn({}, 'capabilities', BEFORE)).toEqual(BEFORE);
  expect(chosenIn({}, 'capabilities')).toEqual([]);
});

test('several ticked boxes stay ticked after a refusal', () => {
  const state = { values: { headline: '' }, lists: { capabilities: ['rollback', 'lineage'] } };
  expect(chosenIn(state, 'capabilities', BEFORE)).toEqual(['rollback', 'lineage']);
});

test('a single ticked box stays ticked after a refusal, and the others stay empty', () => {
  const state = { values: { headline: '', capabilities: 'lineage' } };
  expect(chosenIn(state, 'capabilities', BEFORE)).toEqual(['lineage']);
});

test('nothing ticked stays nothing ticked after a refusal, also where boxes of another name are', () => {
  expect(chosenIn({ values: {} }, 'capabilities', BEFORE)).toEqual([]);
  expect(chosenIn({ values: {}, lists: { sections: ['summary', 'gaps'] } }, 'capabilities', BEFORE)).toEqual(
    [],
  );
});
