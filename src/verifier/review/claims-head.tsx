import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import type { Review } from '../../contract/review';
import { useReader, wordChinaDay, wordClockOf, wordInstant } from '../../i18n';
import { useVerifierText } from '../../i18n/verifier';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

/** Whose review it is, and who else looks at it. */
export const ClaimsHead = observer(function ClaimsHead({ review }: { review: Review }) {
  const { ui } = useStores();
  const { verifier: words } = useVerifierText();
  const reader = useReader();
  const { receipt, hold, shopId } = review;
  return (
    <>
      <View className="review__head">
        <View className="review__receipt">{words.receipt(receipt)}</View>
        <View
          className="review__link"
          role="button"
          onClick={() => ui.open(PATHS.shop.url({ id: shopId }))}
        >
          {words.view}
        </View>
      </View>
      {hold !== null && !hold.isOwn && (
        <View className="review__held">
          {words.heldUntil(hold.name, wordClockOf(hold.until, reader))}
        </View>
      )}
    </>
  );
});

/** What the two columns below are: the last check, and what was handed in this time. */
export const ClaimsColumns = observer(function ClaimsColumns(props: {
  review: Review;
  changes: number;
}) {
  const { review, changes } = props;
  const { ui } = useStores();
  const { verifier: words } = useVerifierText();
  const reader = useReader();
  const { checkedOn, submittedAt } = review;
  return (
    <View className="review__pair review__columns">
      <View className="review__column review__column--before">
        {checkedOn === null
          ? words.never
          : words.before(wordChinaDay(checkedOn, ui.now, reader.lang))}
      </View>
      <View className="review__column">
        {words.now(wordInstant(submittedAt, ui.now, reader))}
        <View className="review__changes">{words.changes(changes)}</View>
      </View>
    </View>
  );
});
