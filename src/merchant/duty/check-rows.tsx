import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Row } from '../../components/row';
import type { Duty, DutyMark } from '../../contract/duty';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { DutyDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { CheckRow } from '../shared/check-row';
import { UntickSheet } from '../shared/duty-items';
import { useMarkWords } from '../shared/duty-words';
import { useDuty } from '../shared/merchant-stores';

/** Props of {@link CheckRows}. */
export interface CheckRowsProps {
  duty: Duty;
  draft: DutyDraft;
}

/** The two checks of a record: each a box to tick, or who did it and when. */
export const CheckRows = observer(function CheckRows({ duty, draft }: CheckRowsProps) {
  const t = useMerchantText();
  const words = t.merchantDuty.page;
  const { identity, licence, uncheckedHosts, session, sessionId } = duty;
  const names = (hosts: readonly { name: string }[]) =>
    hosts.map(({ name }) => name).join(t.incentive.listSeparator);
  const identityWords = words.identity(names(session.hosts));
  const { isIdentityChecked, isLicenceChecked } = draft.fields;
  return (
    <>
      {identity !== null && uncheckedHosts.length === 0 ? (
        <CheckedRow
          title={identityWords}
          sessionId={sessionId}
          item={{ id: 'presenter_identity', tick: identity.mark }}
        />
      ) : (
        <CheckRow
          label={identityWords}
          note={identity === null ? words.identityNote : words.uncovered(names(uncheckedHosts))}
          isOn={isIdentityChecked}
          onChange={(isOn) => draft.set({ isIdentityChecked: isOn })}
        />
      )}
      {licence !== null ? (
        <CheckedRow
          title={words.licence}
          sessionId={sessionId}
          item={{ id: 'licence_valid', tick: licence }}
        />
      ) : (
        <CheckRow
          label={words.licence}
          note={words.licenceNote}
          isOn={isLicenceChecked}
          onChange={(isOn) => draft.set({ isLicenceChecked: isOn })}
        />
      )}
    </>
  );
});

interface CheckedRowProps {
  title: string;
  sessionId: string;
  item: { id: string; tick: DutyMark };
}

/** A check that is on record; it can be taken back. */
const CheckedRow = observer(function CheckedRow({ title, sessionId, item }: CheckedRowProps) {
  const { ui } = useStores();
  const store = useDuty();
  const t = useMerchantText();
  const { mark } = useMarkWords();
  const [isAsked, setAsked] = useState(false);
  const handleUntick = async () => {
    setAsked(false);
    const result = await store.tick(sessionId, item);
    if (!result.ok) ui.toast(wordError(result.error, t));
  };
  return (
    <>
      <Row
        title={title}
        note={mark(item.tick, ui.now)}
        value={t.merchantDuty.page.takeBack}
        onTap={() => setAsked(true)}
      />
      <UntickSheet
        isOpen={isAsked}
        onConfirm={() => void handleUntick()}
        onClose={() => setAsked(false)}
      />
    </>
  );
});
