import type { merchantZhCN } from '../zh-CN/merchant';
import { merchantAudience } from './merchantAudience';
import { merchantConsole } from './merchantConsole';
import { merchantDuty } from './merchantDuty';
import { merchantFind } from './merchantFind';
import { merchantForms } from './merchantForms';
import { merchantHosts } from './merchantHosts';
import { merchantLedger } from './merchantLedger';
import { merchantMoney } from './merchantMoney';
import { merchantOutlook } from './merchantOutlook';
import { merchantRules } from './merchantRules';
import { merchantSession } from './merchantSession';
import { merchantShop } from './merchantShop';
import { storeFacts } from './storeFacts';
import { verification } from './verification';
import { merchantTeam } from './merchantTeam';

/** The words that only the merchant's pages use, in English. */
export const merchantEnUS: typeof merchantZhCN = {
  merchantShop,
  merchantSession,
  merchantMoney,
  merchantOutlook,
  merchantRules,
  merchantForms,
  merchantHosts,
  merchantLedger,
  merchantFind,
  merchantDuty,
  merchantAudience,
  merchantConsole,
  storeFacts,
  verification,
  merchantTeam,
};
