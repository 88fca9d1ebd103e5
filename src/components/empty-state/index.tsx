import { View } from '@tarojs/components';

import { Button } from '../button';
import './index.css';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** What this place will show. */
  title: string;
  note?: string;
  /** The one step that fills it. */
  action?: { label: string; onTap: () => void; isPrimary?: boolean };
  /** Stands in a card of its own, or fills the page. */
  isInline?: boolean;
}

/** Nothing here yet: what this place will show, and the one step to take. */
export function EmptyState({ title, note, action, isInline = false }: EmptyStateProps) {
  return (
    <View className={isInline ? 'hl-empty hl-empty--inline' : 'hl-empty'}>
      <View className="hl-empty__title">{title}</View>
      {note !== undefined && <View className="hl-empty__note">{note}</View>}
      {action && (
        <View className="hl-empty__action">
          <Button kind={action.isPrimary === false ? 'plain' : 'primary'} onTap={action.onTap}>
            {action.label}
          </Button>
        </View>
      )}
    </View>
  );
}
