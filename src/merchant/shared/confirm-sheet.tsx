import { View } from '@tarojs/components';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import './confirm-sheet.css';

/** Props of {@link ConfirmSheet}. */
export interface ConfirmSheetProps {
  isOpen: boolean;
  title: string;
  text: string;
  confirm: string;
  cancel: string;
  kind: 'primary' | 'danger';
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. WeChat's own dialog has room for four characters. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  return (
    <Sheet
      isOpen={props.isOpen}
      onClose={props.onClose}
      closeLabel={props.cancel}
      title={props.title}
    >
      <View className="mk-confirm__text">{props.text}</View>
      <Button kind={props.kind} onTap={props.onConfirm}>
        {props.confirm}
      </Button>
    </Sheet>
  );
}
