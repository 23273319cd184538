import { plural } from '@/lib/domain/labels';
import type { Report } from '@/lib/domain/report';
import type { Writing } from './view';
import { scopeSentence } from './view-evidence';

export type MethodView = {
  capabilities: string;
  several: boolean;
  scope: string;
  sources: {
    mark: string;
    name: string;
    edition: string;
    notice: string;
    texts: { title: string; href: string; licence: string }[];
  }[];
};

export function methodView({ trust, models, scope }: Report, { format }: Writing): MethodView {
  return {
    capabilities: plural(trust.counts.inScope, 'capability', 'capabilities'),
    several: models.length > 1,
    scope: scopeSentence(scope),
    sources: models.map(({ mark, name, title, publisher, edition, sources }) => ({
      mark,
      name: `${publisher}, ${title}`,
      edition: format.date(edition),
      notice: `Our words, not ${name}’s; not endorsed by ${name}.`,
      texts: sources.map((source) => ({ title: source.title, href: source.url, licence: source.licence })),
    })),
  };
}
