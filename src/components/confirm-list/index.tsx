import { View } from '@tarojs/components';

import type { ConfirmAnswer, ConfirmRule } from '../../domain/incentive';
import { useLang, useText } from '../../i18n';
import { Button } from '../button';
import { StatusMark, type StatusShape } from '../status-mark';
import './index.css';

/** Props of {@link ConfirmList}. */
export interface ConfirmListProps {
  confirms: readonly ConfirmAnswer[];
  rules: readonly ConfirmRule[];
  /** Opens the place to state it; left out where nothing can be stated (the check). */
  onOpen?: (confirm: ConfirmAnswer) => void;
}

const SHAPES: Record<ConfirmAnswer['state'], StatusShape> = {
  yes: 'yes',
  no: 'no',
  unanswered: 'question',
};

/** Conditions only a person can confirm, each with the way to do it. */
export function ConfirmList({ confirms, rules, onOpen }: ConfirmListProps) {
  const lang = useLang();
  const words = useText().incentive.confirm;
  return (
    <View>
      {confirms.map((confirm) => {
        const rule = rules.find(({ confirmId }) => confirmId === confirm.confirmId);
        return (
          <View key={confirm.confirmId} className="hl-confirm">
            <View className="hl-confirm__words">
              <View className="hl-confirm__wording">
                {rule?.wording[lang] ?? confirm.confirmId}
              </View>
              {rule?.term && <View className="hl-confirm__note">{words.term[rule.term]}</View>}
              <StatusMark shape={SHAPES[confirm.state]} label={words.state[confirm.state]} />
              {rule?.note && <View className="hl-confirm__note">{rule.note[lang]}</View>}
            </View>
            {onOpen && (
              <Button size="small" onTap={() => onOpen(confirm)}>
                {confirm.state === 'unanswered' ? words.go : words.change}
              </Button>
            )}
          </View>
        );
      })}
    </View>
  );
}
