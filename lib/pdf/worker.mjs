import { access } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// A third of the time of a thread that does not give way: more would starve it beside other programs that are busy.
const GIVES_WAY_BY = 5;

// Pages are answered before documents are set. On Linux a priority is one thread's, and the compiler's own threads take over that of the
// thread that starts them; elsewhere it would be the whole server's.
if (process.platform === 'linux') giveWay();

// The compiler always looks for the machine's fonts; a configuration without any is the only way to keep them out. This thread shares
// its environment with the process (SHARE_ENV), as the compiler reads the real one.
const isolated = path.join(workerData.templates, 'fonts.conf');
await access(isolated);
const before = process.env.FONTCONFIG_FILE;
process.env.FONTCONFIG_FILE = isolated;
const compiler = NodeCompiler.create({
  workspace: workerData.templates,
  fontArgs: [{ fontPaths: workerData.fonts }],
});
if (before === undefined) delete process.env.FONTCONFIG_FILE;
else process.env.FONTCONFIG_FILE = before;

// The compiler gives back what it holds only between turns of the event loop, and two messages can arrive in one turn: without the
// wait for the next turn each report keeps about 20 MB.
parentPort.on('message', (job) => setImmediate(answer, job));

function giveWay() {
  try {
    os.setPriority(0, Math.max(os.getPriority(0), GIVES_WAY_BY));
  } catch {
    // Where the system refuses it, documents are set as they were.
  }
}

/** @param {{ template: string, inputs: Record<string, string> }} job */
function answer(job) {
  try {
    const pdf = compile(job);
    parentPort.postMessage({ pdf }, [pdf.buffer]);
  } catch (error) {
    parentPort.postMessage({ failure: messageOf(error) });
  } finally {
    compiler.evictCache(0);
  }
}

/** @param {{ template: string, inputs: Record<string, string> }} job */
function compile({ template, inputs }) {
  const mainFilePath = path.join(workerData.templates, template);
  const compiled = compiler.compile({ mainFilePath, inputs });
  if (compiled.result === null) {
    const diagnostics = compiled.takeDiagnostics();
    const found = diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics);
    throw new Error(
      found.map(({ path: file, message }) => `${path.basename(file ?? '')}: ${message}`).join('; '),
    );
  }
  return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }));
}

/** @param {unknown} error */
function messageOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  return /message: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1] ?? message;
}
