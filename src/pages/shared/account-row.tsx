import { Button } from '../../components/button';
import { Row } from '../../components/row';
import type { Platform } from '../../domain/shop/platform';
import { useText } from '../../i18n';
import { useStores } from '../../stores-context';

interface AccountRowProps {
  platform: Platform;
  name: string;
}

/** An account on a platform: plain information, with its name to copy. */
export function AccountRow({ platform, name }: AccountRowProps) {
  const { ui } = useStores();
  const t = useText();
  return (
    <Row
      title={name}
      note={t.common.platform[platform]}
      value={
        <Button size="small" onTap={() => void ui.copy(name, t.common.state.copied)}>
          {t.publicPages.copyName}
        </Button>
      }
    />
  );
}
