import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { ARTICLE_OF, KNOWN_ITEMS, type KnownItem, MAX_ITEMS } from '../../domain/duty/checklist';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { ChecklistsDraft, ItemFields, ListFields } from '../../stores/drafts';

/** Props of {@link ListForm}. */
export interface ListFormProps {
  draft: ChecklistsDraft;
  /** Which of the lists. */
  index: number;
  canEdit: boolean;
  onChange: (list: ListFields) => void;
  onRemove: () => void;
  /** Makes it the list that new sessions get. */
  onFirst: () => void;
}

/** One list: its name, and items that the product words or the store writes. */
export const ListForm = observer(function ListForm(props: ListFormProps) {
  const { draft, index, canEdit, onChange } = props;
  const t = useMerchantText();
  const words = t.merchantDuty.lists;
  const [isChoosing, setChoosing] = useState(false);
  const list = draft.fields.lists[index];
  if (list === undefined) return null;
  const { items } = list;
  const setItems = (next: ItemFields[]) => onChange({ ...list, items: next });
  const isFull = items.length >= MAX_ITEMS;
  const itemsIssue = draft.issueAt(`lists.${index}.items`);
  return (
    <Card title={words.listOf(index + 1)}>
      <TextField
        label={words.name}
        value={list.name}
        isDisabled={!canEdit}
        onChange={(name) => onChange({ ...list, name })}
        onBlur={() => draft.touch(`lists.${index}.name`)}
        issue={wordIssue(draft.issueAt(`lists.${index}.name`), t)}
      />
      {items.map((item, at) => (
        <ItemForm
          // Items have no id in the form; their order is the only name they have.
          key={item.known ?? `own-${at}`}
          item={item}
          label={words.item(at + 1)}
          canEdit={canEdit}
          issue={wordIssue(draft.issueAt(`lists.${index}.items.${at}.text`), t)}
          onChange={(text) =>
            setItems(items.map((other, i) => (i === at ? { ...other, text } : other)))
          }
          onBlur={() => draft.touch(`lists.${index}.items.${at}.text`)}
          onRemove={() => setItems(items.filter((_, i) => i !== at))}
        />
      ))}
      <View className="checklists__count">
        {itemsIssue === null ? words.count(items.length, MAX_ITEMS) : wordIssue(itemsIssue, t)}
      </View>
      {canEdit && (
        <View className="checklists__actions">
          {!isFull && (
            <Button
              kind="quiet"
              size="small"
              onTap={() => setItems([...items, { known: null, text: '' }])}
            >
              {words.addOwn}
            </Button>
          )}
          {!isFull && (
            <Button kind="quiet" size="small" onTap={() => setChoosing(true)}>
              {words.addKnown}
            </Button>
          )}
          {index > 0 && (
            <Button kind="quiet" size="small" onTap={props.onFirst}>
              {words.up}
            </Button>
          )}
          <Button kind="quiet" size="small" onTap={props.onRemove}>
            {words.remove}
          </Button>
        </View>
      )}
      <KnownSheet
        isOpen={isChoosing}
        items={items}
        onChoose={(known) => {
          setChoosing(false);
          setItems([...items, { known, text: '' }]);
        }}
        onClose={() => setChoosing(false)}
      />
    </Card>
  );
});

interface ItemFormProps {
  item: ItemFields;
  label: string;
  canEdit: boolean;
  issue: string | null;
  onChange: (text: string) => void;
  onBlur: () => void;
  onRemove: () => void;
}

function ItemForm(props: ItemFormProps) {
  const { item, label, canEdit, issue, onRemove } = props;
  const t = useMerchantText();
  const { removeItem } = t.merchantDuty.lists;
  const { known } = item;
  const title = known === null ? (item.text ?? '') : t.merchantDuty.item[known];
  const article = known === null ? null : ARTICLE_OF[known];
  const remove = canEdit ? (
    <View
      className="checklists__remove"
      role="button"
      ariaLabel={removeItem(title)}
      onClick={onRemove}
    >
      {t.common.action.remove}
    </View>
  ) : null;
  return known === null ? (
    <TextField
      label={label}
      value={item.text ?? ''}
      isDisabled={!canEdit}
      onChange={props.onChange}
      onBlur={props.onBlur}
      issue={issue}
      trailing={remove}
    />
  ) : (
    <Row
      title={title}
      note={article === null ? null : t.merchantDuty.article(article)}
      value={remove}
    />
  );
}

interface KnownSheetProps {
  isOpen: boolean;
  items: readonly ItemFields[];
  onChoose: (known: KnownItem) => void;
  onClose: () => void;
}

/** Items that the product words and the list lacks. */
function KnownSheet({ isOpen, items, onChoose, onClose }: KnownSheetProps) {
  const t = useMerchantText();
  const words = t.merchantDuty;
  const left = KNOWN_ITEMS.filter((known) => !items.some((item) => item.known === known));
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t.common.action.close}
      title={words.lists.addKnown}
    >
      {left.map((known) => {
        const article = ARTICLE_OF[known];
        return (
          <Row
            key={known}
            title={words.item[known]}
            note={article === null ? null : words.article(article)}
            onTap={() => onChoose(known)}
          />
        );
      })}
      {left.length === 0 && <Row title={words.lists.full} />}
    </Sheet>
  );
}
