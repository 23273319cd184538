import type { View } from '@/lib/pdf/view';
import { RichText } from '../rich-text';
import { Chapter, ToAnswer } from './chapter';

/** What was found, and what to do about it. */
export function FindingsChapter({ view }: { view: View['findings'] }) {
  return (
    <Chapter id="findings" newPage>
      <ol className="space-y-8">
        {view.map(({ headline, text, recommendation, about, evidence }, index) => (
          <li key={`${headline}-${index}`} className="wrap-anywhere">
            <h3 className="text-base">
              <span className="text-quiet mr-2 tabular-nums">{index + 1}</span>
              {headline}
            </h3>
            <RichText text={text} className="mt-2 max-w-prose" />
            {recommendation.length > 0 && (
              <div className="border-accent mt-3 max-w-prose border-l-2 pl-3">
                <p className="text-quiet text-xs">Recommendation</p>
                <RichText text={recommendation} />
              </div>
            )}
            {about.length > 0 && (
              <p className="text-quiet mt-2 text-sm">
                About{' '}
                {about.map(({ title, anchor }, place) => (
                  <span key={title}>
                    {place > 0 && ', '}
                    <ToAnswer anchor={anchor}>{title}</ToAnswer>
                  </span>
                ))}
              </p>
            )}
            {evidence.length > 0 && (
              <ul className="mt-2 text-sm">
                {evidence.map(({ title, href }, place) => (
                  <li key={`${title}-${place}`}>
                    {href === null ? (
                      title
                    ) : (
                      <a href={href} rel="noopener noreferrer nofollow" className="link">
                        {title}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Chapter>
  );
}
