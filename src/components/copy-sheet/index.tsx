import { Text } from '@tarojs/components';
import { createContext, useContext } from 'react';

import { Sheet } from '../sheet';

/** A text that the clipboard did not take, with the words of the sheet that shows it. */
export interface Uncopied {
  readonly text: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

/** Given by the composition root, because any page may copy; null while there is none. */
export const UncopiedText = createContext<Uncopied | null>(null);

/** Shows a text to be selected by hand, where copying was refused. Part of every page's frame. */
export function CopySheet() {
  const uncopied = useContext(UncopiedText);
  if (uncopied === null) return null;
  const { text, ...sheet } = uncopied;
  return (
    <Sheet isOpen {...sheet}>
      <Text userSelect>{text}</Text>
    </Sheet>
  );
}
