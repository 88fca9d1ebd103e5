import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Reading } from '../../components/reading';
import { can } from '../../domain/shop/capabilities';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { LastAnswer } from '../shared/session-answers';
import { FirstSteps } from './first-steps';
import type { HomeShop, HomeTask } from './load-home';
import { HomeProgress } from './progress';
import { Urgent } from './urgent';
import { HomeWeek } from './week';

/** Props of {@link MerchantHome}. */
export interface MerchantHomeProps {
  shop: HomeShop;
  tasks: readonly HomeTask[];
  sharedPath: string | null;
  onRetry: () => void;
}

/** What a merchant does next, how far the next step is, and this week. */
export const MerchantHome = observer(function MerchantHome(props: MerchantHomeProps) {
  const { shop, tasks, sharedPath, onRetry } = props;
  const { home } = useStores();
  const [urgent, ...others] = tasks;
  return (
    <Reading reading={home.home(shop.id)} onRetry={onRetry} rows={6}>
      {({ hasSessions, week, hosts }) => (
        <>
          <LastAnswer />
          <FirstSteps shop={shop} hasSessions={hasSessions} />
          {urgent && <Urgent shop={shop} task={urgent} sharedPath={sharedPath} />}
          {urgent?.kind !== 'on_air' && <Links shop={shop} isIdle={!urgent && hasSessions} />}
          <HomeProgress shop={shop} hosts={hosts} />
          <HomeWeek shop={shop} week={week} tasks={others} />
        </>
      )}
    </Reading>
  );
});

/** What can be done without a session at hand: plan, start, record. */
const Links = observer(function Links(props: {
  shop: HomeShop;
  /** Whether nothing is planned and nothing waits. */
  isIdle: boolean;
}) {
  const { shop, isIdle } = props;
  const { ui } = useStores();
  const { home, sessions } = useText();
  const shopId = shop.id;
  const canPlan = can(shop.role, 'session.plan');
  const links: (readonly [label: string, url: string] | false)[] = [
    canPlan && [sessions.plan, PATHS.plan.url({ shopId })],
    canPlan && [sessions.startNow, PATHS.startNow.url({ shopId })],
    can(shop.role, 'sales.write') && [home.record, PATHS.record.url({ shopId })],
  ];
  const row = (
    <View className="home-links">
      {links.map((link) => {
        if (link === false) return null;
        const [label, url] = link;
        return (
          <Button
            key={label}
            kind={isIdle && label === sessions.plan ? 'primary' : 'quiet'}
            size="small"
            onTap={() => ui.open(url)}
          >
            {label}
          </Button>
        );
      })}
    </View>
  );
  if (!isIdle) return row;
  return (
    <Card isPadded>
      <View className="home-urgent__title">{home.noNext}</View>
      {row}
    </Card>
  );
});
