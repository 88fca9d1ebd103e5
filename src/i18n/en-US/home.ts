import type { home as zh } from '../zh-CN/home';

/** Words of the home screen. */
export const home: typeof zh = {
  title: 'Huadu Live',
  console: 'Console',
  record: 'Record sales',
  share: 'Share',
  noNext: 'Nothing planned',
  plan: 'Plan one',
  netOf: (year) => `Net sales ${year}`,
  progressTeam: 'Progress of each host',
  section: {
    on_air: 'On air',
    due: 'Should be on air',
    today: 'Today',
    week: 'This week',
    later: 'Later',
  },
  moreSessions: 'More sessions',
  moreOf: (count) => `${count} more`,
  evenMoreOf: (count) => `More than ${count} more`,
  stores: 'Stores',
  storesNote: 'Only stores checked by the operator with a public page are listed.',
  moreStores: 'More stores',
  checkTitle: 'Which tier do I match?',
  checkNote: 'Three questions, no login, nothing kept',
  emptyTitle: 'Sessions on air, coming sessions and stores will show here',
  emptyNote: 'A store appears once the operator has checked it and it is public.',
  register: 'Register my store',
  registerNote: 'Plan, record, and see how far the tiers are',
};
