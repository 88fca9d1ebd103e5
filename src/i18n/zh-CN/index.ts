import { common } from './common';
import { errors } from './errors';
import { home } from './home';
import { incentive } from './incentive';
import { me } from './me';
import { progress } from './progress';
import { publicPages } from './publicPages';
import { sessions } from './sessions';

/** The words of the main package in Chinese, the language the others follow. */
export const zhCN = {
  common,
  errors,
  home,
  sessions,
  progress,
  me,
  publicPages,
  incentive,
};
