import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { TeamView } from '../../contract/team';
import { MAX_TEAM_LINES } from '../../domain/shop/team';
import { useReader, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Lines that stand before all are asked for. */
const FIRST_LINES = 6;

/** Who changed what in the team, the latest first. */
export const Lines = observer(function Lines({ team }: { team: TeamView }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantTeam;
  const [isWhole, setWhole] = useState(false);
  const { lines } = team;
  const shown = isWhole ? lines : lines.slice(0, FIRST_LINES);
  return (
    <>
      <Card title={words.lines}>
        {lines.length === 0 && <Row title={words.noLines} />}
        {shown.map(({ at, step, by, name, role }, index) => (
          <Row
            // Lines have no id, and none is ever put between two others.
            key={lines.length - index}
            title={words.line[step](name ?? words.firstOwner, t.common.role[role])}
            note={`${wordInstant(at, ui.now, reader)} · ${words.by(by ?? words.firstOwner)}`}
          />
        ))}
        {shown.length < lines.length && (
          <Button kind="quiet" onTap={() => setWhole(true)}>
            {words.more}
          </Button>
        )}
      </Card>
      {isWhole && lines.length === MAX_TEAM_LINES && (
        <View className="hl-footnote">{words.older}</View>
      )}
    </>
  );
});
