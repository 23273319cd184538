import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { dateText, levelShort } from '@/lib/domain/labels';
import { allParts } from '@/lib/domain/requirements';
import type { Content, Criterion } from '@/lib/domain/schema/content';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { Link } from '../../../../../ui/link';
import { Section } from '../../../../../ui/section';
import { SourceList } from '../../../../../ui/source-list';

type Props = PageProps<'/[org]/library/models/[model]'>;

async function load({ params }: Props) {
  const { org: slug, model: text } = await params;
  const { org, ctx } = await requireMember(
    { org: slug, anywhere: true },
    'org.read',
    `/${slug}/library/models/${text}`,
  );
  const id = org.questionnaires.find((each) => each === text);
  if (id === undefined) notFound();
  return { slug, id, content: ctx.content, model: ctx.content.models[id] };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { id, model } = await load(props);
  return { title: `${VENDORS[id].name}: ${model.title}` };
}

export default async function ModelPage(props: Props) {
  const { slug, id, content, model } = await load(props);
  const { name, mark } = VENDORS[id];
  return (
    <>
      <h1 className="text-xl">
        {mark} {name}: {model.title}
      </h1>
      <p className="text-quiet mt-1 max-w-prose text-sm">
        {model.criteria.length} statements, published {dateText(model.edition)}. Our words, not {name}’s. Not
        endorsed by {name}.
      </p>
      <div className="mt-2 mb-6">
        <SourceList sources={model.sources} />
      </div>
      {model.levels.map((level) => (
        <Section
          key={level.id}
          title={levelShort(id, level) === level.name ? level.name : `${levelShort(id, level)} ${level.name}`}
        >
          <p className="max-w-prose">{level.meaning}</p>
          {model.dimensions.map((dimension) => {
            const own = model.criteria.filter(
              (each) => each.level === level.id && each.dimension === dimension.id,
            );
            if (own.length === 0) return null;
            return (
              <div key={dimension.id} className="mt-5">
                <h3 className="mb-1 text-base">{dimension.name}</h3>
                <ul className="divide-line divide-y">
                  {own.map((criterion) => (
                    <CriterionRow
                      key={criterion.id}
                      slug={slug}
                      model={id}
                      criterion={criterion}
                      content={content}
                    />
                  ))}
                </ul>
              </div>
            );
          })}
        </Section>
      ))}
    </>
  );
}

type RowProps = { slug: string; model: ModelId; criterion: Criterion; content: Content };

function CriterionRow({ slug, model, criterion, content }: RowProps) {
  const { id, text, met, gate, info, fitNote, repeats, source } = criterion;
  const from = content.models[model].sources.find((each) => each.id === source.id);
  const titleOf = (capability: string) =>
    content.capabilities.find((each) => each.id === capability)?.title ?? capability;
  return (
    <li
      id={id}
      className="target:bg-sunken grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[5.5rem_minmax(0,1fr)_15rem]"
    >
      <span className="text-quiet text-sm">{id}</span>
      <div>
        <p>
          {text}
          {gate === false && (
            <span className="text-quiet text-sm">
              {' '}
              ({repeats === undefined ? 'advice' : `repeats ${repeats}`})
            </span>
          )}
        </p>
        <p className="text-quiet text-sm">
          {[from?.title, source.at].join(', ')}
          {(fitNote ?? info) !== undefined && <span className="block">{fitNote ?? info}</span>}
        </p>
      </div>
      <ul className="text-sm">
        {(met === undefined ? [] : allParts(met)).map(({ capability, rung }, index) => (
          <li key={capability}>
            {index > 0 && met !== undefined && 'anyOf' in met && 'or '}
            <Link href={`/${slug}/library/capabilities/${capability}` as Route} className="link">
              {titleOf(capability)}
            </Link>{' '}
            {rung}
          </li>
        ))}
        {met === undefined && <li className="text-quiet">decided by no ladder</li>}
      </ul>
    </li>
  );
}
