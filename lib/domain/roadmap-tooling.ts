import { rungOf } from './answers';
import type { Reader } from './readings';
import type { PlacedWork } from './roadmap-schedule';
import type { Capability, Content, Step } from './schema/content';
import type { Platform, ToolPlatform } from './vocabulary';

/** A tool as a plan speaks of it, with the week from which it is wanted. */
export type ToolUse = {
  tool: string;
  name: string;
  platform: ToolPlatform;
  /** The first week in which a step needs it. */
  week: number;
  /** Steps of the plan that it carries, by id. */
  steps: string[];
};

export type ToolingTrack = {
  /** Needed by a step, and by no rung that is there already. */
  adopt: ToolUse[];
  /** In use by what is there already, and needed by a step. */
  keep: ToolUse[];
  /** Carried the rungs that are there; higher rungs of the same capabilities name others instead. */
  replace: (Omit<ToolUse, 'week' | 'steps'> & { by: string[]; week: number; capabilities: string[] })[];
  /** Steps for which the primary platform offers nothing, with where something is offered. */
  elsewhere: { step: string; platform: ToolPlatform; tools: string[] }[];
};

type On = { platform: Platform; secondary?: Platform | undefined };

/** Where to look for a tool: on the primary platform, then on the secondary, among open source, and at other companies. */
export const platformsOf = ({ platform, secondary }: On): ToolPlatform[] => [
  ...new Set<ToolPlatform>([
    platform,
    ...(secondary === undefined ? [] : [secondary]),
    'open-source',
    'independent',
  ]),
];

/** The tools of a step on the first of the platforms that offers any. */
export function toolsOfStep(
  step: Pick<Step, 'tools'>,
  platforms: readonly ToolPlatform[],
): { platform: ToolPlatform; tools: string[] } | null {
  for (const platform of platforms) {
    const tools = step.tools?.[platform] ?? [];
    if (tools.length > 0) return { platform, tools };
  }
  return null;
}

/** What to adopt, keep and replace, in the order of the plan. */
export function toolingTrack(
  { capabilities, tools }: Pick<Content, 'capabilities' | 'tools'>,
  placed: readonly PlacedWork[],
  read: Reader,
  on: On,
): ToolingTrack {
  const platforms = platformsOf(on);
  const names = new Map(tools.map(({ id, name }) => [id, name]));
  const byId = new Map(capabilities.map((each) => [each.id, each]));
  const inUse = new Set(capabilities.flatMap((each) => usedBy(each, read, platforms)));
  const uses = new Map<string, ToolUse>();
  const elsewhere: ToolingTrack['elsewhere'] = [];
  for (const { id, capability, to, startWeek } of placed) {
    const step = byId.get(capability)?.steps.find((each) => each.to === to);
    const found = step === undefined ? null : toolsOfStep(step, platforms);
    if (found === null) continue;
    if (found.platform !== on.platform) elsewhere.push({ step: id, ...found });
    for (const tool of found.tools) {
      const name = names.get(tool) ?? tool;
      const use = uses.get(tool) ?? { tool, name, platform: found.platform, week: startWeek, steps: [] };
      use.steps.push(id);
      uses.set(tool, use);
    }
  }
  const all = [...uses.values()];
  return {
    adopt: all.filter(({ tool }) => !inUse.has(tool)),
    keep: all.filter(({ tool }) => inUse.has(tool)),
    replace: replaced(placed, { byId, names, read, platforms, wanted: uses }),
    elsewhere,
  };
}

/** Tools of the climbs that are done: what a team on this platform has most likely in use. */
function usedBy(capability: Capability, read: Reader, platforms: readonly ToolPlatform[]): string[] {
  const rung = rungOf(read(capability.id)) ?? 0;
  return capability.steps
    .filter(({ to }) => to <= rung)
    .flatMap((step) => toolsOfStep(step, platforms)?.tools ?? []);
}

type Replacing = {
  byId: ReadonlyMap<string, Capability>;
  names: ReadonlyMap<string, string>;
  read: Reader;
  platforms: readonly ToolPlatform[];
  wanted: ReadonlyMap<string, ToolUse>;
};

function replaced(
  placed: readonly PlacedWork[],
  { byId, names, read, platforms, wanted }: Replacing,
): ToolingTrack['replace'] {
  const found = new Map<string, ToolingTrack['replace'][number]>();
  for (const { capability, to, startWeek } of placed) {
    const ladder = byId.get(capability);
    const rung = ladder === undefined ? undefined : rungOf(read(capability));
    const now = ladder?.steps.find((step) => step.to === rung);
    const next = ladder?.steps.find((step) => step.to === to);
    if (now === undefined || next === undefined) continue;
    const [old, fresh] = [toolsOfStep(now, platforms), toolsOfStep(next, platforms)];
    if (old === null || fresh === null) continue;
    for (const tool of old.tools.filter((each) => !wanted.has(each))) {
      const { platform } = old;
      const entry = found.get(tool) ?? {
        ...{ tool, name: names.get(tool) ?? tool, platform },
        ...{ by: [], week: startWeek, capabilities: [] },
      };
      entry.by = [...new Set([...entry.by, ...fresh.tools])];
      entry.capabilities = [...new Set([...entry.capabilities, capability])];
      found.set(tool, entry);
    }
  }
  return [...found.values()];
}
