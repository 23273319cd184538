import { domainOrder, vendorOrder } from '@/lib/domain/answering-order';
import { MODEL_IDS, VENDORS } from '@/lib/domain/vocabulary';
import { content } from './fixtures';
import { readPdf } from './read-pdf';
import { renderQuestionnairePdf } from './render';
import type { QuestionnaireToPrint } from './view-questionnaire';

const render = (asked: Partial<QuestionnaireToPrint> = {}) =>
  renderQuestionnairePdf(content, { order: 'domains', paper: 'a4', ...asked });
const read = async (asked: Partial<QuestionnaireToPrint> = {}) => readPdf((await render(asked)).pdf);

/** Without spaces and hyphens, which fall where lines end. */
const closed = (text: string) => text.replaceAll(/[\s-]/g, '');

test('it asks every capability in our order, with all rungs, and offers “does not apply” only with its fact', async () => {
  const { pages, text } = await read({ organisation: 'Harbour Bank', team: 'Fraud scoring' });
  const all = closed(text);
  const order = domainOrder(content, MODEL_IDS).flatMap(({ capabilities }) => capabilities);
  let from = 0;
  for (const [index, id] of order.entries()) {
    const capability = content.capabilities.find((each) => each.id === id);
    const at = all.indexOf(closed(`${index + 1} ${capability?.title} ${capability?.question}`), from);
    expect([id, at > from]).toEqual([id, true]);
    from = at;
    for (const [rung, each] of (capability?.rungs ?? []).entries())
      expect(all).toContain(closed(`${rung} ${each.text}`));
    if (capability?.notApplicable !== undefined) expect(all).toContain(closed(capability.notApplicable));
  }
  const facts = content.capabilities.filter(({ notApplicable }) => notApplicable !== undefined);
  expect(text.split('Does not apply: ')).toHaveLength(facts.length + 1);
  expect(pages.slice(1).join(' ').split('Don’t know').length - 1).toBe(order.length);
  expect(pages[0]).toContain('How to answer');
  expect(pages[0]).toContain('Harbour Bank');
  expect(pages[0]).toContain('Fraud scoring');
  expect(pages[1]).toContain(`page 2 of ${pages.length}`);
  expect(text).not.toMatch(/AWS|Microsoft|Google/);
});

test.each(MODEL_IDS)(
  'in the order of %s it names no other vendor, and every statement stands under its ladder',
  async (order) => {
    const { text, bookmarks } = await read({ order, paper: 'us-letter' });
    const others = MODEL_IDS.filter((id) => id !== order).map((id) => VENDORS[id].name);
    for (const other of others) expect(text).not.toContain(other);
    const model = content.models[order];
    const groups = vendorOrder(model).map(({ title }) => title);
    expect(bookmarks.slice(0, groups.length)).toEqual(groups);
    for (const { id, met, ask } of model.criteria)
      expect([id, text.includes(id)]).toEqual([id, met !== undefined || ask === true]);
  },
);

test.each(['a4', 'us-letter'] as const)('no capability is parted between two pages of %s', async (paper) => {
  const parted: string[] = [];
  for (const order of ['domains', ...MODEL_IDS] as const) {
    const { pages } = await read({ order, paper });
    for (const { title, question, rungs } of content.capabilities) {
      const page = pages.map(closed).find((each) => each.includes(closed(`${title} ${question}`)));
      const whole = [`${rungs[4]?.text} Don’t know`, 'Evidence'].every(
        (words) => page === undefined || page.includes(closed(words)),
      );
      if (!whole) parted.push(`${order}: ${title}`);
    }
  }
  expect(parted).toEqual([]);
});

test('it is tagged, bookmarked by domain, says its title and author, and has the same bytes each time', async () => {
  const [first, second] = [
    await render({ organisation: 'Harbour Bank' }),
    await render({ organisation: 'Harbour Bank' }),
  ];
  expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
  const pdf = await readPdf(first.pdf);
  expect(pdf.tagged).toBe(true);
  expect(pdf.title).toBe('MLOps questionnaire, Harbour Bank');
  expect(pdf.author).toBe('Harbour Bank');
  expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L']));
  expect(pdf.bookmarks).toEqual(content.lifecycle.domains.map(({ title }) => title));
});

test('asked for fewer questionnaires it asks only their ladders', async () => {
  const order = domainOrder(content, ['google']).flatMap(({ capabilities }) => capabilities);
  const { pages } = await read({ questionnaires: ['google'] });
  expect(pages.slice(1).join(' ').split('Don’t know').length - 1).toBe(order.length);
  expect(order.length).toBeLessThan(content.capabilities.length);
});

test('hostile names are set as text', async () => {
  const name = '#panic("x") *bold* $x$ שלום 👩‍🔬 ไทย';
  const { pages, hasJavaScript } = await read({ organisation: name, team: `${name} ${'W'.repeat(180)}` });
  expect(pages[0]).toContain('#panic("x") *bold* $x$');
  expect(hasJavaScript).toBe(false);
});
