// Copies what is needed to report a result, and says that it did.
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { JobState } from '../../core/group-job.ts';
import { jobDetails } from '../../core/job-details.ts';
import type { JobMember } from '../../core/job-facts.ts';
import { t } from '../i18n.ts';

interface CopyDetailsProps {
  readonly end: Extract<JobState, { readonly phase: 'ended' }>;
  readonly members: readonly JobMember[];
}

export function CopyDetails({ end, members }: CopyDetailsProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const { version } = browser.runtime.getManifest();
    await navigator.clipboard.writeText(jobDetails(end, members, version, navigator.userAgent));
    setCopied(true);
  };
  return (
    <button type="button" class="button button-quiet button-small" onClick={() => void copy()}>
      {t(isCopied ? 'details_copied' : 'copy_details')}
    </button>
  );
}
