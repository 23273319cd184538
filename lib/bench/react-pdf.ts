import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { ReportDocument } from '../domain/report-document';
import type { Content } from '../domain/schema/content';
import { chaptersOf } from '../documents/chapters';
import { pngOf } from '../documents/png';
import { sourceOf } from '../documents/source';
import type { Drawn, Told } from './react-pdf-document';

export type ReactPdf = {
  /** How long it took to set this, and what came out. */
  set: (told: Told) => Promise<{ ms: number; pdf: Uint8Array }>;
  stop: () => void;
};

/** Starts a process in which react-pdf sets reports. */
export function startReactPdf(): ReactPdf {
  const child = fork('lib/bench/react-pdf-process.tsx', { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit').then(() => {
    throw new Error('react-pdf ended before it answered');
  });
  ended.catch(() => undefined);
  return {
    set: async (told) => {
      child.send(told);
      const [{ ms, pdf }] = (await Promise.race([once(child, 'message'), ended])) as [
        { ms: number; pdf: string },
      ];
      return { ms, pdf: Buffer.from(pdf, 'base64') };
    },
    stop: () => child.kill(),
  };
}

/** What react-pdf is given: texts, tables and pictures that are ready, none of which it is charged for. */
export async function toldOf(document: ReportDocument, content: Content): Promise<Told> {
  const source = sourceOf(document, content, { paper: 'a4', locale: 'en-GB' });
  const { title, author, running, cover, accent } = source.view;
  const chapters: Told['chapters'] = [];
  for (const { id, title: name, blocks } of chaptersOf(source)) {
    const drawn: Drawn[] = [];
    for (const block of blocks) {
      if (block.kind !== 'picture') drawn.push(block);
      else {
        const { svg, width, height } = block.picture;
        const png = Buffer.from(await pngOf(svg, 2)).toString('base64');
        drawn.push({ kind: 'drawn', png: `data:image/png;base64,${png}`, size: { width, height } });
      }
    }
    chapters.push({ id, title: name, blocks: drawn });
  }
  return { view: { title, author, running, cover, accent }, chapters };
}
