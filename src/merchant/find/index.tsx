import { Input, View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { PagedFoot } from '../../components/paged-foot';
import type { OwnShop } from '../../contract/shop';
import { MAX_SEARCH_LENGTH, searchWords } from '../../domain/live-session/search';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import type { SessionFilter } from '../../stores/find-store';
import { LIST_TABS } from '../../stores/live-session-lists';
import { useFind } from '../shared/merchant-stores';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { FilterChips } from './filter-chips';
import { FilterSheet } from './filter-sheet';
import { FoundRows } from './found-rows';
import './index.css';

/** Sessions by words of their title, or by state, host, account and days. */
export default observer(function FindPage() {
  const query = usePageQuery(PATHS.findSessions);
  usePageTitle(useMerchantText().merchantFind.title);
  return (
    <ShopPage withHosts shopId={query.shopId}>
      {(shop) => <Find key={shop.id} shop={shop} query={query} />}
    </ShopPage>
  );
});

interface FindProps {
  shop: OwnShop;
  query: {
    filter: number | null;
    tab: string | null;
    from: string | null;
    to: string | null;
    hostId: string | null;
  };
}

/** How long typing must rest before it is searched for, ms. */
const TYPING_REST = 400;

const Find = observer(function Find({ shop, query }: FindProps) {
  const words = useMerchantText().merchantFind;
  const find = useFind();
  const [typed, type] = useState('');
  const [searched, search] = useState('');
  const [isOpen, setOpen] = useState(query.filter !== null);
  const none = { shopId: shop.id, tab: 'all', hostId: null, accountId: null } as const;
  const { from, to, hostId } = query;
  const tab = LIST_TABS.find((known) => known === query.tab) ?? 'all';
  const [filter, setFilter] = useState<SessionFilter>({ ...none, tab, from, to, hostId });
  const text = typed.trim();
  const isTooLong = Array.from(text).length > MAX_SEARCH_LENGTH;
  const hasWords = searchWords(text).length > 0;
  useEffect(() => {
    const wanted = isTooLong || !hasWords ? '' : text;
    const timer = setTimeout(() => search(wanted), TYPING_REST);
    return () => clearTimeout(timer);
  }, [text, isTooLong, hasWords]);
  const problem = isTooLong ? words.tooLong : text !== '' && !hasWords ? words.noWords : null;
  const clear = () => setFilter({ ...none, from: null, to: null });
  return (
    <PageFrame
      offlineMessage={useOfflineMessage(searched === '' ? find.filtered(filter).at : null)}
    >
      <View className="find__bar">
        <View className="find__field">
          <Input
            className="find__input"
            value={typed}
            placeholder={words.placeholder}
            ariaLabel={words.placeholder}
            placeholderClass="find__placeholder"
            maxlength={-1}
            focus={query.filter === null && tab === 'all' && from === null && hostId === null}
            confirmType="search"
            onInput={(event) => type(event.detail.value)}
            onConfirm={() => problem === null && search(text)}
          />
          {typed !== '' && (
            <View className="find__clear" role="button" onClick={() => type('')}>
              {words.clear}
            </View>
          )}
        </View>
        <View className="find__filter" role="button" onClick={() => setOpen(true)}>
          {words.filter}
        </View>
      </View>
      {problem !== null && <View className="find__problem">{problem}</View>}
      {searched === '' ? (
        <>
          <FilterChips shop={shop} filter={filter} onChange={setFilter} onClear={clear} />
          <Filtered filter={filter} />
        </>
      ) : (
        <Searched shopId={shop.id} words={searched} />
      )}
      <FilterSheet
        isOpen={isOpen}
        shop={shop}
        filter={filter}
        onChange={(chosen) => {
          type('');
          search('');
          setFilter(chosen);
        }}
        onClear={clear}
        onClose={() => setOpen(false)}
      />
    </PageFrame>
  );
});

const Filtered = observer(function Filtered({ filter }: { filter: SessionFilter }) {
  const find = useFind();
  const words = useMerchantText().merchantFind;
  const { shopId, tab, hostId, accountId, from, to } = filter;
  const { months } = useStores();
  const read = () => void find.loadFiltered({ shopId, tab, hostId, accountId, from, to });
  useEffect(() => {
    void find.loadFiltered({ shopId, tab, hostId, accountId, from, to });
  }, [find, shopId, tab, hostId, accountId, from, to]);
  useDidShow(() => {
    read();
    void months.refresh(shopId);
  });
  useReachBottom(() => void find.loadMoreFiltered(filter));
  const list = find.filtered(filter);
  // Sums are of whole months of a store or a host; any other filter would make them wrong.
  const isWhole = tab === 'all' && accountId === null && from === null && to === null;
  return (
    <>
      {list.items.length > 0 && (
        <FoundRows
          shopId={shopId}
          ids={list.items}
          sumsOf={isWhole ? { hostId } : null}
          isOfOneHost={hostId !== null}
        />
      )}
      <Card>
        {list.items.length === 0 && list.isComplete && (
          <EmptyState isInline title={words.none} note={words.noneNote} />
        )}
        <PagedFoot
          list={list}
          rows={5}
          more={words.more}
          onFirst={read}
          onMore={() => void find.loadMoreFiltered(filter)}
        />
      </Card>
    </>
  );
});

const Searched = observer(function Searched(props: { shopId: string; words: string }) {
  const find = useFind();
  const words = useMerchantText().merchantFind;
  const { shopId } = props;
  const { ui } = useStores();
  const read = () => void find.search(shopId, props.words);
  useEffect(() => {
    void find.search(shopId, props.words);
  }, [find, shopId, props.words]);
  useReachBottom(() => void find.searchOn(shopId, props.words));
  const list = find.found(shopId, props.words);
  const isEmpty = list.items.length === 0;
  return (
    <>
      {!isEmpty && <FoundRows shopId={shopId} ids={list.items} sumsOf={null} isOfOneHost={false} />}
      <Card>
        {isEmpty && list.isComplete && (
          <EmptyState isInline title={words.notFound(props.words)} note={words.noneNote} />
        )}
        {isEmpty && list.cursor !== null && (
          <View className="find__so-far">{words.searchedSoFar}</View>
        )}
        {isEmpty && list.status === 'error' && ui.isOffline ? (
          <EmptyState
            isInline
            title={words.offline}
            note={words.offlineNote}
            action={{ label: words.again, onTap: read, isPrimary: false }}
          />
        ) : (
          <PagedFoot
            list={list}
            rows={5}
            more={words.goOn}
            onFirst={read}
            onMore={() => void find.searchOn(shopId, props.words)}
          />
        )}
      </Card>
    </>
  );
});
