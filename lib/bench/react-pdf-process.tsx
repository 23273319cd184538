import { renderToBuffer } from '@react-pdf/renderer';
import { registerFonts, ReactPdfReport, type Told } from './react-pdf-document';

/** react-pdf in a process of its own: it draws by React for clients, and the measurements run by React for servers. */
registerFonts();
process.on('message', (told: Told) => {
  void answer(told);
});

async function answer(told: Told): Promise<void> {
  const begun = performance.now();
  const pdf = await renderToBuffer(<ReactPdfReport {...told} />);
  process.send?.({ ms: performance.now() - begun, pdf: pdf.toString('base64') });
}
