import { View } from '@tarojs/components';

import type { RuleSet } from '../../domain/incentive';
import { useLang, wordDate } from '../../i18n';
import { useSourceText } from '../../i18n/sources';
import './index.css';

/** Props of {@link SourceList}. */
export interface SourceListProps {
  ruleSet: RuleSet;
  onCopy: (address: string) => void;
}

/** Where every rule value comes from: documents, reports, and what was looked for and not found. */
export function SourceList({ ruleSet, onCopy }: SourceListProps) {
  const lang = useLang();
  const words = useSourceText();
  const { certainty } = words;
  const dateOf = (date: string | null | undefined): string =>
    date === null || date === undefined ? words.unknown : wordDate(date, lang);
  return (
    <View className="hl-sources">
      <View className="hl-sources__text">{ruleSet.caveat[lang]}</View>
      <View className="hl-sources__text">{ruleSet.effective.note[lang]}</View>
      <View className="hl-sources__head">{words.documents}</View>
      {ruleSet.documents.map((document) => (
        <View key={document.documentId} className="hl-sources__item">
          <View>{document.title[lang]}</View>
          <View className="hl-sources__note">
            {[
              document.issuer[lang],
              document.number?.[lang] ?? null,
              words.issuedOn(dateOf(document.issued?.on)),
              certainty[document.certainty],
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </View>
          <View className="hl-sources__note">{document.note[lang]}</View>
        </View>
      ))}
      <View className="hl-sources__head">{words.reports}</View>
      {Object.entries(ruleSet.sources).map(([key, source]) => (
        <View key={key} className="hl-sources__item">
          <View>{source.title ?? words.untitled}</View>
          <View className="hl-sources__note">
            {[source.publisher?.[lang] ?? words.unknown, dateOf(source.publishedOn)].join(' · ')}
          </View>
          {source.note && <View className="hl-sources__note">{source.note[lang]}</View>}
          {source.address !== null && (
            <View
              className="hl-sources__address"
              role="button"
              ariaLabel={words.copy}
              onClick={() => onCopy(source.address ?? '')}
            >
              {source.address}
            </View>
          )}
        </View>
      ))}
      <View className="hl-sources__head">{words.followersRule}</View>
      <View className="hl-sources__text">{ruleSet.followersRule.note[lang]}</View>
      <View className="hl-sources__text">{words.checkedOn(wordDate(ruleSet.checkedOn, lang))}</View>
    </View>
  );
}
