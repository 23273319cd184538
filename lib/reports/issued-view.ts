import 'server-only';
import type { SealedReport } from '../domain/sealed-report';
import type { Content } from '../domain/schema/content';
import { documentView, type View } from '../pdf/view';
import { lookOf } from './look-of';

/** The texts of an issued report for a page on the screen. */
export const issuedView = ({
  sealed,
  content,
  issuedAt,
}: {
  sealed: SealedReport;
  content: Content;
  issuedAt: Date;
}): View => documentView(sealed.document, content, lookOf('a4', issuedAt));
