import type { Findable } from './find';
import { levelLabel } from './labels';
import type { Content } from './schema/content';
import { TOOL_PLATFORMS, VENDORS, type ModelId } from './vocabulary';

/** The content under `/<org>/library`, with the statements of the vendors by which the organisation is measured. */
export function contentThings(
  content: Content,
  base: string,
  questionnaires: readonly ModelId[],
): Findable[] {
  const library = `${base}/library`;
  return [
    ...capabilitiesOf(content, 'capability', (id) => `${library}/capabilities/${id}`),
    ...statementsOf(content, questionnaires, (model, id) => `${library}/models/${model}#${id}`),
    ...content.roles.map(({ id, title, aliases, category }): Findable => {
      return { kind: 'role', title, detail: category, href: `${library}/roles#${id}`, also: aliases };
    }),
    ...content.tools.map(({ id, name, platform, licence }): Findable => {
      const detail = `${TOOL_PLATFORMS[platform]}, ${licence}`;
      return { kind: 'tool', title: name, detail, href: `${library}/tools#${id}` };
    }),
    ...content.glossary.map(({ id, term, meaning }): Findable => {
      return { kind: 'term', title: term, detail: meaning, href: `${library}/glossary#${id}` };
    }),
  ];
}

/** The questions and statements of one assessment, where they are answered and read. */
export function assessmentThings(
  content: Content,
  base: string,
  questionnaires: readonly ModelId[],
): Findable[] {
  const pages = { Results: 'results', Gaps: 'gaps', Roadmap: 'roadmap', Report: 'report', People: 'people' };
  return [
    ...Object.entries(pages).map(([title, path]): Findable => {
      return { kind: 'here', title, detail: 'of this assessment', href: `${base}/${path}` };
    }),
    ...capabilitiesOf(content, 'here', (id) => `${base}?at=${id}`),
    ...statementsOf(content, questionnaires, (model, id) => `${base}/${model}?at=${id}#${id}`).map(
      (statement): Findable => ({ ...statement, kind: 'here' }),
    ),
  ];
}

function capabilitiesOf(
  { capabilities, lifecycle }: Content,
  kind: 'here' | 'capability',
  hrefOf: (id: string) => string,
): Findable[] {
  const domains = new Map(lifecycle.domains.map(({ id, title }) => [id, title]));
  return capabilities.map(({ id, title, domain, question, rungs }) => ({
    ...{ kind, title, detail: domains.get(domain) ?? '', href: hrefOf(id) },
    also: [id, question, ...rungs.map(({ text }) => text)],
  }));
}

function statementsOf(
  { models }: Content,
  questionnaires: readonly ModelId[],
  hrefOf: (model: ModelId, id: string) => string,
): Findable[] {
  return questionnaires.flatMap((model) => {
    const { criteria, levels } = models[model];
    return criteria.map(({ id, text, level: at }): Findable => {
      const level = levels.find((each) => each.id === at);
      const label = level === undefined ? VENDORS[model].name : levelLabel(model, level);
      return { kind: 'statement', title: id, detail: text, href: hrefOf(model, id), also: [label] };
    });
  });
}
