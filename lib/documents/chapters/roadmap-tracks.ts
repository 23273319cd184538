import { col, heading, paragraph, plain, quiet, row, strong, table, type Block, type Line } from '../blocks';
import type { RoadmapView } from './roadmap';

/** The three tracks of a plan: roles, tools, and what people stop doing by hand. */

export function roles({ roles: all }: RoadmapView): Block[] {
  if (all.length === 0) return [];
  return [
    heading('Roles'),
    ...table(
      'Roles, what they do in the plan and how people grow into them',
      [
        col('Role', 4.4),
        col('Days', 1.8, 'right'),
        col('In the plan', 7.4),
        col('How people grow into it', 9),
      ],
      all.map(({ title, staffing, covers, days, leads, supports, how, paths }) =>
        row(
          [[strong(title)], [quiet(staffing)], ...(covers === '' ? [] : [[quiet(`covers ${covers}`)]])],
          days,
          [
            ...(leads === '' ? [] : [plain(`Leads ${leads}`)]),
            ...(supports === '' ? [] : [[quiet(`Helps with ${supports}`)]]),
          ],
          [
            plain(how),
            ...paths.map(({ title: path, publisher, kind }): Line => [
              quiet(`${path}, ${publisher} (${kind})`),
            ]),
          ],
        ),
      ),
    ),
  ];
}

export function tooling({ tooling: { adopt, keep, replace, elsewhere } }: RoadmapView): Block[] {
  if (adopt.length + keep.length + replace.length + elsewhere.length === 0) return [];
  const used = (what: string, tools: typeof adopt) =>
    tools.map(({ tool, platform, when, steps }) =>
      row([strong(tool)], what, when, [[{ text: steps }], [quiet(platform)]]),
    );
  return [
    heading('Tooling'),
    ...table(
      'Tools to adopt, to keep and to replace',
      [col('Tool', 6), col('What', 3), col('From', 3), col('For', 11)],
      [
        ...used('adopt', adopt),
        ...used('keep', keep),
        ...replace.map(({ tool, by, when, for: what }) =>
          row([strong(tool)], 'replace', when, [plain(what), [quiet(`by ${by}`)]]),
        ),
      ],
    ),
    ...elsewhere.flatMap(({ step, platform, tools }) =>
      paragraph(`${step}: the platform offers nothing for it; ${tools} (${platform}) does.`, 'note'),
    ),
  ];
}

export function automation({ automation: rows }: RoadmapView): Block[] {
  if (rows.length === 0) return [];
  return [
    heading('What people stop doing by hand'),
    ...table(
      'What is done by hand today, and what runs by itself afterwards',
      [col('Capability', 5.5), col('Today', 8), col('Afterwards', 8), col('From', 2.8)],
      rows.map(({ title, change, when, before, after }) =>
        row([[strong(title)], [quiet(change)]], before, after, when),
      ),
    ),
  ];
}
