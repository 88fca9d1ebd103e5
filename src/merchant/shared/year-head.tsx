import { View } from '@tarojs/components';

import { YearPicker } from '../../components/year-picker';
import { useMerchantText } from '../../i18n/merchant';
import './year-head.css';

/** Props of {@link YearHead}. */
export interface YearHeadProps {
  /** Whose year it is; empty where it is the person's own. */
  name: string;
  year: number;
  first: number;
  last: number;
  onChange: (year: number) => void;
}

/** The head of a page about one year: whose it is, and which. */
export function YearHead({ name, ...years }: YearHeadProps) {
  const { applicant } = useMerchantText().merchantShop;
  return (
    <View className="mk-year-head">
      <View className="mk-year-head__name">{name}</View>
      <YearPicker
        {...years}
        earlierLabel={applicant.earlier}
        laterLabel={applicant.later}
        format={applicant.year}
      />
    </View>
  );
}
