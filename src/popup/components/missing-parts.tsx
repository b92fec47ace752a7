// Names what the page lacks, in words and by its code.
import type { MissingPart } from '../../core/outcome.ts';
import { codeKey, t } from '../i18n.ts';

export function MissingParts({ missing }: { readonly missing: readonly MissingPart[] }) {
  if (missing.length === 0) return null;
  return (
    <p class="quiet">
      {[t('missing_note'), missing.map((part) => t(codeKey('missing', part))).join(', ')].join(' ')}
    </p>
  );
}
