import Taro, {
  getCurrentInstance,
  type SelectorQuery,
  useDidHide,
  useDidShow,
  usePageScroll,
  useRouter,
} from '@tarojs/taro';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

import type { AwardAnswer } from './domain/incentive';
import { isOfNet, type MetricId } from './domain/incentive/metrics';
import type { RuleSet } from './domain/incentive/rule-set';
import type { DrawnShareCard, ShareCard } from './domain/share-card';
import { type ChinaMonth, yearOf } from './domain/time';
import { PATHS, type RawQuery } from './paths';
import type { ProgressSubject, RootStore } from './stores';
import { useStores } from './stores-context';

/**
 * Keeps the bar's title in the language in use. Only the page that is shown may set it.
 * @param title words of ours: Taro's H5 writes it as HTML, so nothing that a person typed.
 */
export function usePageTitle(title: string): void {
  const isShown = useRef(false);
  const set = (): void => void Taro.setNavigationBarTitle({ title }).catch(() => undefined);
  useDidShow(() => {
    isShown.current = true;
    set();
  });
  useDidHide(() => {
    isShown.current = false;
  });
  useEffect(() => {
    if (isShown.current) set();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `set` depends on the title only
  }, [title]);
}

/**
 * Whether what a page drew first is on the screen: what stands below the first view waits for it, so
 * that the answer does not wait for the rest.
 */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  // In the commit itself: once its transfer is under way, Taro waits 100 ms for another.
  useLayoutEffect(() => {
    let isLeft = false;
    Taro.nextTick(() => {
      if (!isLeft) setPainted(true);
    });
    return () => {
      isLeft = true;
    };
  }, []);
  return isPainted;
}

/** Shows the page from its top, at once. */
export function scrollToTop(): void {
  // It fails where the page is left already, or is not long enough to be scrolled.
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

/**
 * As `usePageTitle`, for a page with the tab bar: WeChat takes the bar's words only while it is
 * shown, and a person may first see it on any of them, after a card.
 */
export function useTabTitle(title: string): void {
  const { ui } = useStores();
  usePageTitle(title);
  useDidShow(() => ui.refreshTabTexts());
}

/**
 * Reads a page again when a day begins in China while it is shown; a hidden page reads when it is
 * shown. Call it inside an observer.
 */
export function useNewDay(read: () => void): void {
  const { today } = useStores().ui;
  // What calls this may be drawn only once its page is shown and something was read.
  const isShown = useRef(true);
  const readOn = useRef(today);
  useDidShow(() => {
    isShown.current = true;
  });
  useDidHide(() => {
    isShown.current = false;
  });
  useEffect(() => {
    if (isShown.current && readOn.current !== today) read();
    readOn.current = today;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `read` is new at each render
  }, [today]);
}

/**
 * The year that a page shows: this one until another is chosen, so that a page left open moves on at
 * New Year. Call it inside an observer.
 * @param asked the year in the address; null for none
 */
export function useShownYear(asked: number | null = null) {
  const { ui } = useStores();
  const thisYear = yearOf(ui.today);
  const [chosen, setChosen] = useState(asked === thisYear ? null : asked);
  return {
    year: chosen ?? thisYear,
    thisYear,
    setYear: (year: number) => setChosen(year === thisYear ? null : year),
    /** As `year`, also after the clock was corrected since the page was drawn. */
    yearNow: () => chosen ?? yearOf(ui.today),
  };
}

/** The parameters that the shown page was opened with; one that is missing is null. */
export function usePageQuery<Read>(page: { read(raw: RawQuery): Read }): Read {
  return page.read(useRouter().params);
}

/**
 * Where the answers of an award's tiers lead: the reasons of a condition, the page that fills a
 * missing figure, and the page that confirms.
 * @returns the links of a tier by its id.
 */
export function useTierLinks(
  { shopId, hostId, year }: ProgressSubject,
  { ruleSetId }: RuleSet,
  { awardId }: AwardAnswer,
) {
  const { ui } = useStores();
  const openApplicant = () => ui.open(PATHS.applicant.url({ shopId, hostId }));
  return (tierId: string) => ({
    onExplain: (conditionId: string) => {
      const tier = { scheme: ruleSetId, awardId, tierId };
      ui.open(PATHS.explain.url({ shopId, hostId, year, ...tier, conditionId }));
    },
    onFill: ({ metric }: { metric: MetricId }) =>
      isOfNet(metric) ? ui.open(PATHS.record.url({ shopId, hostId })) : openApplicant(),
    onConfirm: openApplicant,
  });
}

/**
 * Keeps the card of the shown page ready, because WeChat takes the answer of a share at once. The
 * page itself still has to call `useShareAppMessage`: WeChat finds it nowhere else.
 * @param card null while there is nothing to share.
 */
export function usePreparedCard(card: ShareCard | null): void {
  const { share } = useStores();
  const path = card?.path ?? null;
  // The drawing decides whether a card is new; its object is new at each render.
  const content = card && JSON.stringify(card);
  const prepare = (): void => {
    if (card) void share.prepare(card);
  };
  useDidShow(prepare);
  useDidHide(() => {
    if (path !== null) share.leave(path);
  });
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `content` stands for the card
  useEffect(prepare, [content]);
  useEffect(
    () => () => {
      if (path !== null) share.leave(path);
    },
    [path, share],
  );
}

/**
 * A picture of the package, for a card without a drawn one: WeChat would take a picture of the
 * screen, where money may stand.
 */
export const NEUTRAL_PICTURE = '/assets/share/card.png';

/** What a page's share hook answers: always all three, and WeChat names the picture `imageUrl`. */
export function sharedMessage({ title, path, picture }: DrawnShareCard) {
  return { title, path, imageUrl: picture ?? NEUTRAL_PICTURE };
}

interface Rect {
  readonly top: number;
  readonly height: number;
}

/** A page of WeChat; in the browser a page has no queries of its own. */
interface QueryingPage {
  createSelectorQuery?(): SelectorQuery;
}

/**
 * A query of the shown page. Taro's own first waits up to 100 ms for an update of the screen; by
 * then a thumb is past the drawn rows.
 */
function createQuery(): SelectorQuery {
  const page = getCurrentInstance().page as QueryingPage | null;
  return page?.createSelectorQuery?.() ?? Taro.createSelectorQuery();
}

/** The list's place and height, CSS px from the top of the view; null when it is not there. */
function measure(id: string): Promise<Rect | null> {
  return new Promise((resolve) => {
    createQuery()
      .select(`#${id}`)
      .boundingClientRect((rect) => resolve((rect as Rect | null) ?? null))
      .exec();
  });
}

/** Rows the view must have moved by before the screen follows. */
const STEP = 4;

/**
 * Index of the first row in view. Measured while the page scrolls, one measurement at a time, and
 * changed only when it moved by half a view: the content above the list may change at any moment.
 * @param id of the list on the page.
 * @param count rows in the list; all are of one height
 */
export function useFirstRow(id: string, count: number): number {
  const [firstRow, setFirstRow] = useState(0);
  const isMeasuring = useRef(false);
  const hasMoved = useRef(false);
  // A page may be appended while the list is measured: its height goes with the rows of that moment.
  const shownCount = useRef(count);
  useEffect(() => {
    shownCount.current = count;
  }, [count]);
  const follow = async (): Promise<void> => {
    isMeasuring.current = true;
    // The page may have moved on while it was measured, and no scroll comes after the last one.
    do {
      hasMoved.current = false;
      const rect = await measure(id);
      if (!rect || rect.height === 0) break;
      const row = Math.max(0, Math.floor(-rect.top / (rect.height / shownCount.current)));
      setFirstRow((before) => (Math.abs(row - before) < STEP ? before : row));
    } while (hasMoved.current);
    isMeasuring.current = false;
  };
  usePageScroll(() => {
    hasMoved.current = true;
    if (!isMeasuring.current && shownCount.current > 0) void follow();
  });
  return firstRow;
}

/**
 * What the sessions of a month add up to, read while the month is on the screen. Call it inside an
 * observer.
 * @param sumsOf a host, or with null the store; undefined: no sums.
 */
export function useMonthSums(
  shopId: string,
  sumsOf: string | null | undefined,
  month: ChinaMonth,
): ReturnType<RootStore['months']['month']> {
  const { months } = useStores();
  useEffect(() => {
    return sumsOf === undefined ? undefined : months.show(shopId, sumsOf, month);
  }, [months, shopId, sumsOf, month]);
  return sumsOf === undefined ? null : months.month(shopId, sumsOf, month);
}
