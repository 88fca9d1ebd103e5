import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { useVerifierText } from '../../i18n/verifier';

/** The desk as people without the role of a verifier find it, a removed verifier among them. */
export function OnlyVerifiers() {
  const { verifier: words } = useVerifierText();
  return (
    <PageFrame>
      <EmptyState title={words.only} note={words.onlyNote} />
    </PageFrame>
  );
}
