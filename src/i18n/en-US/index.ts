import type { zhCN } from '../zh-CN';
import { common } from './common';
import { errors } from './errors';
import { home } from './home';
import { incentive } from './incentive';
import { me } from './me';
import { progress } from './progress';
import { publicPages } from './publicPages';
import { sessions } from './sessions';

/** The words of the main package in English. */
export const enUS: typeof zhCN = {
  common,
  errors,
  home,
  sessions,
  progress,
  me,
  publicPages,
  incentive,
};
