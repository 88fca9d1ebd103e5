import { EmptyState } from '../../components/empty-state';
import { useVerifierText } from '../../i18n/verifier';

/** The desk as people without the role of a verifier find it, a removed verifier among them. */
export function OnlyVerifiers() {
  const { verifier: words } = useVerifierText();
  return <EmptyState title={words.only} note={words.onlyNote} />;
}
