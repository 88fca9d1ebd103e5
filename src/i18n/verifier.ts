import type { Lang } from '../domain/lang';
import { verification as verificationEnUS } from './en-US/verification';
import { verifier as verifierEnUS } from './en-US/verifier';
import { useLang } from './text-provider';
import { verification } from './zh-CN/verification';
import { verifier } from './zh-CN/verifier';

/** Words of the verifier's package. Only its pages import this file. */
interface VerifierMessages {
  readonly verifier: typeof verifier;
  readonly verification: typeof verification;
}

const MESSAGES: Record<Lang, VerifierMessages> = {
  'zh-CN': { verifier, verification },
  'en-US': { verifier: verifierEnUS, verification: verificationEnUS },
};

/** The words in the current language. */
export const useVerifierText = (): VerifierMessages => MESSAGES[useLang()];
