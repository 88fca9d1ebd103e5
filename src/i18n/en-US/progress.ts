import type { progress as zh } from '../zh-CN/progress';

/** Words of the progress screen and of the check without login. */
export const progress: typeof zh = {
  shop: 'Store',
  year: (year) => String(year),
  earlier: 'Year before',
  later: 'Year after',
  noShop: 'Once a store is registered, the way to each tier shows here',
  noShopNote: 'Or try the three questions without registering.',
  register: 'Register a store',
  check: 'Which tier do I match?',
  notOfRole: "Your role does not include the store's money and progress",
  own: 'See mine as a host',
  nobody: "You are not identified; progress shows to the store's people only",
  noAward: 'No award for this line of business',
  elsewhere: "Another place's scheme, for comparison",
  noAwardHost: 'No award for hosts in this line of business',
  hosts: 'Hosts',
  rules: 'Rules, sources, and what is not computed',
  outlook: 'How the forecast is made',
  whatIf: 'Try another pace',
  past: 'The answer on an earlier day',
  statement: 'The year at a glance',
  ladder: 'All hosts',
  schemes: 'Every scheme',
  schemeCount: (count) => String(count),
  toCovered: (year) => `See ${year}`,
};
