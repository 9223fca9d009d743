import type { RowLink } from '../../../shared/contract/report-model.ts';
import { hashOf } from '../../shell/router.ts';
import { paramsOf, type ReportAsk } from './report-ask.ts';

/** Where a row leads: its document, or the same report looked at closer. */
export function linkHash(link: RowLink, ask: ReportAsk): string {
  switch (link.to) {
    case 'invoice':
    case 'client':
    case 'refund':
      return hashOf(link.to, link.id);
    case 'close':
      return hashOf('till', null, { report: link.zNumber });
    case 'closer': {
      const { detail, productType, productId } = link.input;
      const closer = {
        ...(detail === undefined ? {} : { detail: String(detail) }),
        ...(productType === undefined ? {} : { productType: String(productType) }),
        ...(productId === undefined ? {} : { productId: String(productId) }),
      };
      return hashOf('reports', null, paramsOf({ ...ask, closer }));
    }
  }
}
