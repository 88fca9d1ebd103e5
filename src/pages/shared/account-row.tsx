import { Button } from '../../components/button';
import { Row } from '../../components/row';
import type { Platform } from '../../domain/shop/platform';
import { useText } from '../../i18n';
import { useStores } from '../../stores-context';

interface AccountRowProps {
  platform: Platform;
  name: string;
}

/** Copies an account's name: the way into a live room of another platform. */
export function useCopyAccount(): (account: AccountRowProps) => void {
  const { ui } = useStores();
  const t = useText();
  return ({ platform, name }) => {
    void ui.copy(name).then((isCopied) => {
      const platformName = t.common.platform[platform];
      ui.toast(isCopied ? t.publicPages.accountCopied(platformName) : t.common.state.copyFailed);
    });
  };
}

/** An account on a platform, with its name to copy. */
export function AccountRow({ platform, name }: AccountRowProps) {
  const t = useText();
  const copy = useCopyAccount();
  return (
    <Row
      title={name}
      note={t.common.platform[platform]}
      value={
        <Button size="small" onTap={() => copy({ platform, name })}>
          {t.publicPages.copyName}
        </Button>
      }
    />
  );
}
