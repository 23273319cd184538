import type { Metadata } from 'next';
import { content } from '@/lib/content/load';
import { editionWords } from '@/lib/domain/edition-name';
import { version } from '@/lib/version';
import { Vendor } from '../../ui/vendor';
import { SourceList } from '../../ui/source-list';

export const metadata: Metadata = { title: 'About and licences' };

export default function AboutPage() {
  const { models, edition } = content();
  return (
    <article className="max-w-prose space-y-6">
      <h1 className="text-xl">About Rungs</h1>
      <p>
        AWS, Microsoft and Google publish MLOps maturity levels, not questionnaires. Rungs makes
        questionnaires of them: 43 capabilities, each a ladder of five rungs. A team says once on which rung
        it stands, and each vendor’s levels are read from the same answers.
      </p>
      <p>
        The statements are in our words, not the vendors’. No vendor endorses this product. AWS, Microsoft and
        Google are trademarks of their owners and are named only to say whose model is meant.
      </p>
      <h2 className="text-lg">Sources</h2>
      <ul className="space-y-4">
        {Object.values(models).map(({ id, title, edition: published, sources }) => (
          <li key={id}>
            <p className="font-medium">
              <Vendor id={id} />: {title}, {published}
            </p>
            <SourceList sources={sources} />
          </li>
        ))}
      </ul>
      <h2 className="text-lg">Version</h2>
      <p className="text-sm">
        Rungs {version().version}, Apache License 2.0. Content edition {editionWords(edition.version)},{' '}
        <code className="break-all">{edition.hash}</code>. Set in Inter, and in PDF where a text needs them in
        Vazirmatn, Noto Sans Hebrew, Noto Sans S Chinese, BIZ UDPGothic, Nanum Gothic and Noto Emoji (all SIL
        Open Font License 1.1). PDF by Typst (Apache License 2.0), logos by sharp (Apache License 2.0) with
        libvips (LGPL 3.0 or later).
      </p>
    </article>
  );
}
