import { BrokenContent, contentFolder, loadContent, printFault } from '../content/load';
import { lintContent, wordCount, WORDS } from '../domain/content-lint';
import { BadInput } from './bad-input';
import { checkExamples } from './check-examples';

/** `rungs check`: reads all content and the examples and prints every fault with file and line. */
export function check(args: string[]): void {
  if (args.length > 0) throw new BadInput([`rungs check: takes no ${args[0]}`]);
  const loaded = loadContent(contentFolder());
  if (!loaded.ok) throw new BrokenContent(loaded.faults);
  const { content, locate } = loaded;
  const faults = [...lintContent(content).map(locate), ...checkExamples(content)];
  if (faults.length > 0) throw new BadInput(faults.map(printFault));
  const words = content.capabilities
    .flatMap(({ question, rungs }) => [question, ...rungs.map(({ text }) => text)])
    .reduce((sum, text) => sum + wordCount(text), 0);
  const criteria = Object.values(content.models).map((model) => `${model.id} ${model.criteria.length}`);
  console.log(
    `${content.capabilities.length} capabilities (${words} of ${WORDS.all} words), criteria ${criteria.join(', ')}`,
  );
  console.log(
    `edition ${content.edition.version} ${content.edition.hash.slice(0, 12)}, measure ${content.measure.slice(0, 12)}`,
  );
}
