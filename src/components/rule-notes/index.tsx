import { View } from '@tarojs/components';
import { useState } from 'react';

import type { AwardRule, Coverage, RuleSet } from '../../domain/incentive';
import { useLang, useText } from '../../i18n';
import { useSourceText } from '../../i18n/sources';
import { Card } from '../card';
import { coverageText } from '../coverage';
import { Row } from '../row';
import { SourceList } from '../source-list';
import './index.css';

/** Props of {@link RuleNotes}. */
export interface RuleNotesProps {
  ruleSet: RuleSet;
  coverage: Coverage;
  /** Ids of awards that are named but not computed. */
  notComputed: readonly string[];
  /** The award on screen; facts about it that were not found are listed. */
  award?: AwardRule;
  onCopy: (address: string) => void;
}

/** What stands below every answer: coverage, what is not computed, sources, independence. */
export function RuleNotes({ ruleSet, coverage, notComputed, award, onCopy }: RuleNotesProps) {
  const lang = useLang();
  const words = useText().incentive;
  const sourceWords = useSourceText();
  const [isOpen, setOpen] = useState(false);
  const named = ruleSet.notComputed.filter(({ id }) => notComputed.includes(id));
  return (
    <>
      <View className="hl-footnote">
        {coverageText(coverage, ruleSet.name[lang], words.coverage)}
      </View>
      {award && <AwardNotes award={award} />}
      {named.length > 0 && (
        <Card title={sourceWords.notComputed.title} isPadded>
          {named.map((rule) => (
            <View key={rule.id} className="hl-notes__item">
              <View>{rule.name[lang]}</View>
              <View className="hl-notes__note">{rule.reported[lang]}</View>
              <View className="hl-notes__note">
                {sourceWords.notComputed.reason}: {rule.reason[lang]}
              </View>
            </View>
          ))}
        </Card>
      )}
      <Card>
        <Row
          title={sourceWords.title}
          value={isOpen ? sourceWords.fold : sourceWords.open}
          onTap={() => setOpen(!isOpen)}
        />
        {isOpen && (
          <View className="hl-notes__sources">
            <SourceList ruleSet={ruleSet} onCopy={onCopy} />
          </View>
        )}
      </Card>
      <View className="hl-footnote">{words.independence}</View>
    </>
  );
}

function AwardNotes({ award }: { award: AwardRule }) {
  const lang = useLang();
  const words = useSourceText();
  const lists = [
    { title: words.otherBenefits, lines: award.otherBenefits.map(({ text }) => text[lang]) },
    { title: words.notEstablished, lines: award.notEstablished.map((text) => text[lang]) },
    { title: words.period, lines: [award.period.note[lang]] },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <Card isPadded>
      {lists.map(({ title, lines }) => (
        <View key={title} className="hl-notes__item">
          <View>{title}</View>
          {lines.map((line) => (
            <View key={line} className="hl-notes__note">
              {line}
            </View>
          ))}
        </View>
      ))}
    </Card>
  );
}
