import type { DemoNames } from './names';

/** A page of the app by a short name for its picture. */
export interface NamedPath {
  readonly name: string;
  readonly path: string;
  /** Words to tap, so that what is folded is read too. */
  readonly unfold?: string;
}

/** Every page of the app, as the streamer may open it. */
export function everyPage({ shopId, hostId, sessions }: DemoNames): NamedPath[] {
  const own = `shopId=${shopId}`;
  const on = (state: string): string => sessions.find((one) => one.state === state)?.id ?? '';
  const award = 'year=2021&scheme=huadu-2020&awardId=HD-ANCHOR';
  const explain = `${award}&tierId=A2&conditionId=A2-sales`;
  return [
    { name: 'home', path: '/pages/home/index' },
    { name: 'sessions', path: '/pages/sessions/index' },
    { name: 'progress', path: '/pages/progress/index' },
    { name: 'me', path: '/pages/me/index' },
    { name: 'precheck', path: '/pages/precheck/index' },
    { name: 'store', path: `/pages/shop/index?id=${shopId}` },
    { name: 'public-session', path: `/pages/live-session/index?id=${on('live')}` },
    { name: 'register', path: '/merchant/register/index' },
    { name: 'edit-store', path: `/merchant/edit-shop/index?${own}` },
    { name: 'hosts', path: `/merchant/hosts/index?${own}` },
    { name: 'plan', path: `/merchant/plan/index?${own}`, unfold: 'Goal, goods teasers and more' },
    { name: 'reschedule', path: `/merchant/plan/index?${own}&sessionId=${on('scheduled')}` },
    { name: 'session-live', path: `/merchant/live-session/index?id=${on('live')}` },
    { name: 'session-ended', path: `/merchant/live-session/index?id=${on('ended')}` },
    { name: 'record', path: `/merchant/record/index?${own}`, unfold: 'Source, sold for whom' },
    { name: 'backfill', path: `/merchant/backfill/index?${own}` },
    { name: 'applicant', path: `/merchant/applicant/index?${own}&hostId=${hostId}` },
    { name: 'explain', path: `/merchant/explain/index?${own}&hostId=${hostId}&${explain}` },
    {
      name: 'award',
      path: `/merchant/award/index?${own}&hostId=${hostId}&${award}`,
      unfold: 'Show',
    },
    { name: 'past', path: `/merchant/past/index?${own}&hostId=${hostId}` },
    { name: 'forecast', path: `/merchant/forecast/index?${own}&hostId=${hostId}` },
    { name: 'what-if', path: `/merchant/what-if/index?${own}&hostId=${hostId}` },
    { name: 'ladder', path: `/merchant/ladder/index?${own}` },
    { name: 'own-sums', path: '/merchant/own-sums/index' },
  ];
}
