import { View } from '@tarojs/components';

import { YearPicker } from '../../components/year-picker';
import { useText } from '../../i18n';
import './index.css';
import { FIRST_YEAR } from '../../domain/time';
import { isOwnHostAlone, type LineOfBusiness } from '../../domain/shop/shop';

interface SubjectBarProps {
  shop: { id: string; name: string; lineOfBusiness: LineOfBusiness };
  hosts: readonly { id: string; name: string }[];
  hostId: string | null;
  year: number;
  thisYear: number;
  onChange: (hostId: string | null, year: number) => void;
  /** Opens the list of all hosts; null where they all stand here. */
  onMore: (() => void) | null;
  /** The name in the answer, of a host who is not among those. */
  name: string | undefined;
}

/** Whose progress, and of which year. A streamer's store is its one host: nothing to choose. */
export function SubjectBar(props: SubjectBarProps) {
  const { shop, hosts, hostId, year, thisYear, onChange, onMore } = props;
  const { progress } = useText();
  const isAlone = onMore === null && isOwnHostAlone(shop, hosts);
  const subjects = isAlone
    ? []
    : [{ id: null, name: progress.shop }, ...hosts.map(({ id, name }) => ({ id, name }))];
  const name = hosts.find(({ id }) => id === hostId)?.name ?? props.name ?? shop.name;
  return (
    <View className="progress-bar">
      <View className="progress-bar__line">
        <View className="progress-bar__name">{name}</View>
        <YearPicker
          year={year}
          first={FIRST_YEAR}
          last={thisYear}
          onChange={(chosen) => onChange(hostId, chosen)}
          earlierLabel={progress.earlier}
          laterLabel={progress.later}
          format={progress.year}
        />
      </View>
      {(subjects.length > 1 || onMore) && (
        <View className="hl-sideways">
          <View className="progress-bar__chips">
            {subjects.map(({ id, name: label }) => (
              <View
                key={id ?? 'shop'}
                role="radio"
                className={id === hostId ? 'progress-chip progress-chip--chosen' : 'progress-chip'}
                onClick={() => onChange(id, year)}
              >
                {label}
              </View>
            ))}
            {onMore && (
              <View role="button" className="progress-chip" onClick={onMore}>
                {progress.ladder}
              </View>
            )}
          </View>
        </View>
      )}
    </View>
  );
}
