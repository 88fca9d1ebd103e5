import type { ApiError } from '../contract/errors';
import type { Lang } from '../domain/lang';
import type { ReviewKind } from '../domain/review/review';
import { reportDesk as reportEnUS } from './en-US/reportDesk';
import { storeFacts as factsEnUS } from './en-US/storeFacts';
import { verification as verificationEnUS } from './en-US/verification';
import { verifier as verifierEnUS } from './en-US/verifier';
import { useLang, useText } from './text-provider';
import { wordError } from './words';
import { reportDesk } from './zh-CN/reportDesk';
import { storeFacts } from './zh-CN/storeFacts';
import { verification } from './zh-CN/verification';
import { verifier } from './zh-CN/verifier';

/** Words of the verifier's package. Only its pages import this file. */
interface VerifierMessages {
  readonly verifier: typeof verifier;
  readonly verification: typeof verification;
  readonly report: typeof reportDesk;
  readonly storeFacts: typeof storeFacts;
}

const MESSAGES: Record<Lang, VerifierMessages> = {
  'zh-CN': { verifier, verification, report: reportDesk, storeFacts },
  'en-US': {
    verifier: verifierEnUS,
    verification: verificationEnUS,
    report: reportEnUS,
    storeFacts: factsEnUS,
  },
};

/** The words in the current language. */
export const useVerifierText = (): VerifierMessages => MESSAGES[useLang()];

/**
 * What a field of a review is called. Words come from many forms: `teasers_0_name` is a name of goods,
 * and `disclosure_address` an address.
 */
export function useFieldLabel(kind: ReviewKind): (field: string) => string {
  const { verifier: words, verification } = useVerifierText();
  const claims: Readonly<Record<string, string>> = verification.field;
  const typed: Readonly<Record<string, string>> = words.field;
  return (field) => {
    const form = field.replace(/_\d+/, '').replace(/^disclosure_/, '');
    return (kind === 'words' ? typed[form] : undefined) ?? claims[form] ?? words.field.text;
  };
}

/** Why a decision was refused. The role of a verifier has nothing to do with a role in a store. */
export function useFailureWords(): (error: ApiError) => string {
  const t = useText();
  const { verifier: words } = useVerifierText();
  return (error) => (error.code === 'not_allowed' ? words.only : wordError(error, t));
}
