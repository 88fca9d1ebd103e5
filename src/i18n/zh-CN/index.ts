import { common } from './common';
import { errors } from './errors';
import { home } from './home';
import { incentive } from './incentive';
import { me } from './me';
import { merchantMoney } from './merchantMoney';
import { merchantSession } from './merchantSession';
import { merchantShop } from './merchantShop';
import { progress } from './progress';
import { publicPages } from './publicPages';
import { sessions } from './sessions';
import { viewer } from './viewer';

/** Every word of the interface in Chinese, the language the others follow. */
export const zhCN = {
  common,
  errors,
  home,
  sessions,
  progress,
  me,
  publicPages,
  merchantShop,
  merchantSession,
  merchantMoney,
  incentive,
  viewer,
};
