import { contentOf } from '@/lib/content/testing';
import { domainOrder, vendorOrder } from './answering-order';
import { questionsOf } from './answering-place';
import { capabilitiesInScope } from './requirements';
import { realContent } from './testing';
import { MODEL_IDS } from './vocabulary';

const real = realContent();
const at = (capability: string, rung = 2) => ({ capability, rung });

describe('in the order of our domains', () => {
  test('three questionnaires ask every ladder once', () => {
    const ids = questionsOf(domainOrder(real, MODEL_IDS));
    expect(ids).toEqual(real.capabilities.map(({ id }) => id));
  });

  test.each(MODEL_IDS)('%s alone asks the ladders in its scope, and no domain stands empty', (model) => {
    const groups = domainOrder(real, [model]);
    expect(questionsOf(groups)).toEqual(capabilitiesInScope(real, [model]).map(({ id }) => id));
    expect(groups.every(({ capabilities }) => capabilities.length > 0)).toBe(true);
  });
});

describe('in the order of one vendor', () => {
  test.each(MODEL_IDS)('%s asks each ladder that it uses once', (model) => {
    const ids = questionsOf(vendorOrder(real.models[model]));
    expect(ids.toSorted()).toEqual(
      capabilitiesInScope(real, [model])
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('levels stand from the lowest up, named as the vendor names them', () => {
    expect(vendorOrder(real.models.aws).map(({ title }) => title)).toEqual([
      'Initial',
      'Repeatable',
      'Reliable',
      'Scalable',
    ]);
    expect(vendorOrder(real.models.microsoft)[0]?.title).toMatch(/^L1 /);
  });

  const ladders = ['a', 'b', 'c'].map((id) => ({ id }));
  const levelsOf = (criteria: { id: string; level: string; met: ReturnType<typeof at>; gate?: boolean }[]) =>
    vendorOrder(contentOf(ladders, { aws: { criteria } }).models.aws).map(({ id, capabilities }) => [
      id,
      capabilities,
    ]);

  test('a ladder is asked at the first level with a gate that needs it, not where advice mentions it', () => {
    expect(
      levelsOf([
        { id: 'A-1', level: '1', met: at('a'), gate: false },
        { id: 'A-2', level: '1', met: at('b') },
        { id: 'A-3', level: '2', met: at('a') },
        { id: 'A-4', level: '2', met: at('b', 3) },
      ]),
    ).toEqual([
      ['level-1', ['b']],
      ['level-2', ['a']],
    ]);
  });

  test('a ladder that only advice names is asked where the advice stands', () => {
    expect(
      levelsOf([
        { id: 'A-1', level: '1', met: at('a') },
        { id: 'A-2', level: '2', met: at('c'), gate: false },
      ]),
    ).toEqual([
      ['level-1', ['a']],
      ['level-2', ['c']],
    ]);
  });
});
