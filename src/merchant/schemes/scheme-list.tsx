import { View } from '@tarojs/components';

import { Card } from '../../components/card';
import {
  type ConditionRule,
  neededFor,
  ratioScale,
  schemeStandings,
  type SchemeStanding,
} from '../../domain/incentive';
import { useMerchantText } from '../../i18n/merchant';
import type { Scheme } from '../../stores';
import { ScaleAxis } from '../shared/scale-bar';
import { SchemeRow } from './scheme-row';

/** Props of {@link SchemeList}. */
export interface SchemeListProps {
  schemes: readonly Scheme[];
  /** Bounds of the year's net, fen; null when nothing is recorded. */
  net: { low: number; high: number } | null;
  onOpen: (schemeId: string) => void;
}

/** Every scheme on one printed axis: this place's first, then others, for comparison alone. */
export function SchemeList({ schemes, net, onOpen }: SchemeListProps) {
  const words = useMerchantText().merchantLedger.schemes;
  const standings = schemeStandings(schemes);
  const scale = ratioScale(standings.flatMap(salesThresholds));
  const elsewhere = elsewhereIn(schemes);
  const own = standings.filter(({ scheme }) => !elsewhere.has(scheme));
  const others = standings.filter(({ scheme }) => elsewhere.has(scheme));
  const rows = (listed: readonly SchemeStanding<Scheme>[], hasAxis: boolean) => (
    <>
      {hasAxis && scale.length > 0 && (
        <View className="schemes__axis">
          <ScaleAxis scale={scale} />
        </View>
      )}
      {listed.map((standing, index) => (
        <SchemeRow
          key={standing.scheme.ruleSet.ruleSetId}
          standing={standing}
          scale={scale}
          shown={salesThresholds(standing).map(neededFor)}
          net={net}
          isFirst={index === 0}
          isElsewhere={elsewhere.has(standing.scheme)}
          onTap={() => onOpen(standing.scheme.ruleSet.ruleSetId)}
        />
      ))}
    </>
  );
  return (
    <>
      {own.length > 0 && <Card>{rows(own, true)}</Card>}
      {others.length > 0 && <Card title={words.elsewhere}>{rows(others, own.length === 0)}</Card>}
    </>
  );
}

/** The thresholds on net sales of the ladder that is shown of a scheme. */
function salesThresholds({ nearest }: SchemeStanding<Scheme>): ConditionRule[] {
  const conditions = nearest?.rule.tiers.flatMap((tier) => tier.conditions) ?? [];
  return conditions.filter(({ metric }) => metric === 'net_sales');
}

/** The schemes of another place: those for comparison, and those of another district. */
function elsewhereIn(schemes: readonly Scheme[]): ReadonlySet<Scheme> {
  const district = schemes.find(
    ({ ruleSet }) => ruleSet.scope === 'district' && ruleSet.forComparison !== true,
  );
  const isElsewhere = ({ ruleSet }: Scheme): boolean =>
    ruleSet.forComparison === true ||
    (ruleSet.scope === 'district' && ruleSet.issuer['zh-CN'] !== district?.ruleSet.issuer['zh-CN']);
  return new Set(schemes.filter(isElsewhere));
}
