import { useState } from 'react';

import { type Choice, ChoiceField } from '../../components/choice-field';
import type { Host } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { choiceOfId, idOfChoice } from './choices';
import { HostChoiceSheet } from './host-choice-sheet';

/** Props of {@link HostChoiceField}. */
export interface HostChoiceFieldProps {
  label: string;
  hosts: readonly Host[];
  /** Words of the choice of no host. */
  none: string;
  value: string | null;
  onChange: (hostId: string | null) => void;
  issue?: string | null;
}

/** Hosts up to whom all stand as chips. */
const MAX_CHIPS = 12;
/** Chips of a store with more hosts; the others are in a list. */
const FEW_CHIPS = 5;
/** The value of the chip that opens the list: no id has this form. */
const OTHERS = 'others';

/** One host, or none: all in sight where they are few, else the first ones and a list to search. */
export function HostChoiceField(props: HostChoiceFieldProps) {
  const { label, hosts, none, value, onChange, issue = null } = props;
  const words = useMerchantText().merchantHosts.unassigned;
  const [isListed, setListed] = useState(false);
  const isMany = hosts.length > MAX_CHIPS;
  const shown = isMany ? hosts.filter(({ id }, index) => index < FEW_CHIPS || id === value) : hosts;
  const choices: Choice<string>[] = shown.map(({ id, name }) => ({ value: id, label: name }));
  if (isMany) choices.push({ value: OTHERS, label: words.other });
  choices.push({ value: choiceOfId(null), label: none });
  return (
    <>
      <ChoiceField
        label={label}
        options={choices}
        value={choiceOfId(value)}
        onChange={(choice) => (choice === OTHERS ? setListed(true) : onChange(idOfChoice(choice)))}
        issue={issue}
      />
      {isListed && (
        <HostChoiceSheet
          title={label}
          hosts={hosts}
          onChoose={(hostId) => {
            setListed(false);
            onChange(hostId);
          }}
          onClose={() => setListed(false)}
        />
      )}
    </>
  );
}
