import type { Roadmap } from '@/lib/domain/roadmap';
import { weekText, type Titles } from '@/lib/domain/roadmap-words';
import { TOOL_PLATFORMS } from '@/lib/domain/vocabulary';

/** What to adopt, keep and replace, and where the primary platform offers nothing. */
export function Tooling({ roadmap, titles }: { roadmap: Roadmap; titles: Titles }) {
  const { adopt, keep, replace, elsewhere } = roadmap.tooling;
  return (
    <div className="grid gap-x-10 gap-y-6 text-sm lg:grid-cols-2">
      <div>
        <h3 className="text-base">Adopt: {adopt.length}</h3>
        <ul>
          {adopt.map(({ tool, name, platform, week, steps }) => (
            <li key={tool} className="border-line border-t py-1.5 first:border-t-0">
              <span className="font-medium">{name}</span>{' '}
              <span className="text-quiet">
                {TOOL_PLATFORMS[platform]}, from {weekText(roadmap, week)}, for{' '}
                {steps.map(titles.step).join('; ')}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div className="space-y-6">
        <div>
          <h3 className="text-base">Replace: {replace.length === 0 ? 'nothing' : replace.length}</h3>
          <ul>
            {replace.map(({ tool, name, by, week, capabilities }) => (
              <li key={tool} className="border-line border-t py-1.5 first:border-t-0">
                <span className="font-medium">{name}</span>{' '}
                <span className="text-quiet">
                  by {by.map(titles.tool).join(', ')}, from {weekText(roadmap, week)}, in{' '}
                  {capabilities.map(titles.title).join(', ')}
                </span>
              </li>
            ))}
          </ul>
          {replace.length > 0 && (
            <p className="text-quiet mt-1">As far as the rungs tell: a team may well use something else.</p>
          )}
        </div>
        <div>
          <h3 className="text-base">Keep: {keep.length === 0 ? 'nothing' : keep.length}</h3>
          <p>{keep.map(({ name }) => name).join(', ')}</p>
        </div>
        {elsewhere.length > 0 && (
          <div>
            <h3 className="text-base">Not offered on the primary platform: {elsewhere.length}</h3>
            <ul>
              {elsewhere.map(({ step, platform, tools }) => (
                <li key={step} className="border-line border-t py-1.5 first:border-t-0">
                  {titles.step(step)}{' '}
                  <span className="text-quiet">
                    {TOOL_PLATFORMS[platform]}: {tools.map(titles.tool).join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
