import type { Lang } from '../domain/lang';
import { reportDesk as reportEnUS } from './en-US/reportDesk';
import { verification as verificationEnUS } from './en-US/verification';
import { verifier as verifierEnUS } from './en-US/verifier';
import { useLang } from './text-provider';
import { reportDesk } from './zh-CN/reportDesk';
import { verification } from './zh-CN/verification';
import { verifier } from './zh-CN/verifier';

/** Words of the verifier's package. Only its pages import this file. */
interface VerifierMessages {
  readonly verifier: typeof verifier;
  readonly verification: typeof verification;
  readonly report: typeof reportDesk;
}

const MESSAGES: Record<Lang, VerifierMessages> = {
  'zh-CN': { verifier, verification, report: reportDesk },
  'en-US': { verifier: verifierEnUS, verification: verificationEnUS, report: reportEnUS },
};

/** The words in the current language. */
export const useVerifierText = (): VerifierMessages => MESSAGES[useLang()];
