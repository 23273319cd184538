import { domainOrder, vendorOrder, type AskingGroup } from '@/lib/domain/answering-order';
import { UNBRANDED, type DocumentBrand } from '@/lib/domain/brand';
import { capitalised, plural } from '@/lib/domain/labels';
import { allParts } from '@/lib/domain/requirements';
import type { Capability, Content, Criterion } from '@/lib/domain/schema/content';
import { MODEL_IDS, RUNG_NAMES, VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { breakable, cut } from './glyphs';
import { accentOf, mastheadView } from './view-brand';
import type { Look } from './view';

/** A questionnaire to fill in on paper: in our order by domain, or in the order of one vendor, who then is the only one named. */
export type QuestionnaireToPrint = {
  order: 'domains' | ModelId;
  paper: Look['paper'];
  /** In our order, the questionnaires whose ladders are asked; all of them where nothing is said. */
  questionnaires?: readonly ModelId[];
  organisation?: string;
  /** Whose answers it is for, where that is known. */
  team?: string;
  brand?: DocumentBrand;
};

const HOW = [
  'Answer for the team as it works today, not for the plan. Where models differ, answer for most use cases in production.',
  'Tick the highest rung whose description is true; what is said on the rungs below it is then true as well.',
  '“Don’t know” is an answer. It is never counted as no: it widens the result until somebody finds out.',
  '“Does not apply” can be ticked only where it is offered, and only if the fact printed beside it is true.',
  'Note what the answer rests on and where it can be seen. Then enter the answers in Rungs, which does all the counting.',
];

/** The texts of the questionnaire as questionnaire.typ sets them. */
export function questionnaireView(content: Content, asked: QuestionnaireToPrint) {
  const { order, paper, questionnaires = MODEL_IDS, brand = UNBRANDED } = asked;
  const vendor = order === 'domains' ? null : content.models[order];
  const whose = vendor === null ? null : VENDORS[vendor.id];
  const groups = vendor === null ? domainOrder(content, questionnaires) : vendorOrder(vendor);
  const count = groups.reduce((sum, { capabilities }) => sum + capabilities.length, 0);
  const byId = new Map(content.capabilities.map((capability) => [capability.id, capability]));
  const first = new Map<string, number>();
  for (const id of groups.flatMap(({ capabilities }) => capabilities)) first.set(id, first.size + 1);
  const organisation = asked.organisation ?? '';
  const subject = asked.team ?? organisation;
  const title = whose === null ? 'MLOps questionnaire' : `MLOps questionnaire: ${whose.name}`;
  return {
    paper,
    title: subject === '' ? title : `${title}, ${subject}`,
    author: organisation === '' ? 'Rungs' : organisation,
    draft: false,
    brand: mastheadView(brand),
    accent: accentOf(brand),
    running: {
      left: breakable(cut(subject, 60)),
      right: title,
      footLeft: 'Blank questionnaire',
      footRight: `${count} questions`,
      edition: content.edition.version,
    },
    cover: {
      title,
      organisation: breakable(organisation),
      team: breakable(asked.team ?? ''),
      about:
        whose === null || vendor === null
          ? `${plural(count, 'question')} in ${plural(groups.length, 'domain')}. Each is a ladder of five rungs, from 0, ${RUNG_NAMES[0].toLowerCase()}, to 4, ${RUNG_NAMES[4].toLowerCase()}.`
          : `${plural(count, 'question')} by the levels of the ${vendor.title} of ${whose.name}, lowest first. Each is a ladder of five rungs; under it stand the statements that it decides, in our words, not ${whose.name}’s. Not endorsed by ${whose.name}.`,
      how: HOW,
    },
    groups: groups.map((group) => ({
      title: group.title,
      meaning: meaningOf(content, group, vendor?.id ?? null),
      questions: group.capabilities.flatMap((id) => {
        const capability = byId.get(id);
        return capability === undefined
          ? []
          : [questionView(capability, first.get(id) ?? 0, vendor?.criteria ?? [])];
      }),
    })),
    direct:
      vendor === null
        ? []
        : vendor.criteria.filter(({ ask }) => ask === true).map(({ id, text }) => ({ id, text })),
  };
}

function meaningOf({ lifecycle, models }: Content, { id }: AskingGroup, vendor: ModelId | null): string {
  if (vendor === null) return lifecycle.domains.find((domain) => domain.id === id)?.meaning ?? '';
  return models[vendor].levels.find((level) => `level-${level.id}` === id)?.meaning ?? '';
}

function questionView(
  { id, title, question, rungs, notApplicable, evidence }: Capability,
  number: number,
  criteria: readonly Criterion[],
) {
  return {
    number: String(number),
    title,
    question,
    rungs: rungs.map(({ text }, rung) => ({ rung: String(rung), text })),
    fact: notApplicable ?? null,
    such: capitalised(evidence[0] ?? ''),
    statements: statementsOf(id, criteria),
  };
}

/** What the ladder decides, lowest rung first; a sentence that several levels have stands once. */
function statementsOf(capability: string, criteria: readonly Criterion[]) {
  const rows = new Map<string, { ids: string[]; text: string; rung: number; advice: boolean }>();
  for (const { id, text, met, gate } of criteria) {
    for (const { rung } of met === undefined
      ? []
      : allParts(met).filter((part) => part.capability === capability)) {
      const row = rows.get(`${rung} ${text}`) ?? { ids: [], text, rung, advice: true };
      rows.set(`${rung} ${text}`, { ...row, ids: [...row.ids, id], advice: row.advice && gate !== true });
    }
  }
  return [...rows.values()]
    .toSorted((a, b) => a.rung - b.rung)
    .map(({ rung, ...row }) => ({ ...row, rung: String(rung) }));
}
