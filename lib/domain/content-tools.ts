import { capabilityFile, FILES, type Problem } from './content';
import { isOpenSource } from './licences';
import type { Capability, Content, Tool } from './schema/content';

/** A roadmap reads what to adopt from the climbs and the library from the list of tools; both must say the same. */
export function toolProblems({ capabilities, tools }: Pick<Content, 'capabilities' | 'tools'>): Problem[] {
  const byId = new Map(tools.map((tool) => [tool.id, tool]));
  return [
    ...capabilities.flatMap((capability) => stepTools(capability, byId)),
    ...tools.flatMap((tool, index) => listedInVain(tool, index, capabilities)),
    ...tools.flatMap(({ platform, licence }, index) =>
      platform !== 'open-source' || isOpenSource(licence)
        ? []
        : [
            {
              file: FILES.tools,
              path: [index, 'licence'],
              message: `${licence} is no open-source licence: expected another platform than open-source`,
            },
          ],
    ),
  ];
}

function stepTools(capability: Capability, byId: ReadonlyMap<string, Tool>): Problem[] {
  return capability.steps.flatMap(({ to, tools = {} }, step) =>
    Object.entries(tools).flatMap(([platform, ids]) =>
      ids.flatMap((id, index) => {
        const tool = byId.get(id);
        const path = ['steps', step, 'tools', platform, index];
        const say = (message: string) => [{ file: capabilityFile(capability), path, message }];
        if (tool === undefined) return [];
        if (tool.platform !== platform)
          return say(`${id} stands under ${platform} and runs on ${tool.platform}`);
        if (!tool.capabilities.includes(capability.id))
          return say(
            `${id} carries the step to rung ${to} and does not list ${capability.id} in ${FILES.tools}`,
          );
        return ids.indexOf(id) === index ? [] : say(`${id} stands twice`);
      }),
    ),
  );
}

/** With this, a platform that the list knows for a capability stands on one of its climbs at least. */
function listedInVain(
  { id, capabilities: serves }: Tool,
  index: number,
  capabilities: Capability[],
): Problem[] {
  return serves.flatMap((served, each) => {
    const named = capabilities
      .find((capability) => capability.id === served)
      ?.steps.some(({ tools = {} }) => Object.values(tools).flat().includes(id));
    return named === true
      ? []
      : [
          {
            file: FILES.tools,
            path: [index, 'capabilities', each],
            message: `no climb of ${served} names ${id}`,
          },
        ];
  });
}
