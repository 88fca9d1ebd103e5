import { View } from '@tarojs/components';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { TextField } from '../../components/text-field';
import { useMerchantText } from '../../i18n/merchant';

const CODE = /^[a-z0-9]{12}$/;

/** Takes the code of an invitation, for a person whose card cannot be opened. */
export function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const words = useMerchantText().merchantTeam.join;
  const [typed, setTyped] = useState('');
  const [issue, setIssue] = useState<string | null>(null);
  const clean = typed.replace(/\s/g, '').toLowerCase();
  const handleLook = () => {
    if (CODE.test(clean)) onCode(clean);
    else setIssue(words.badCode);
  };
  return (
    <Card title={words.byCode}>
      <TextField
        label={words.code}
        value={typed}
        placeholder={words.codeHint}
        issue={issue}
        onChange={(value) => {
          setTyped(value);
          setIssue(null);
        }}
      />
      <View className="join__body">
        <Button isDisabled={clean === ''} onTap={handleLook}>
          {words.look}
        </Button>
      </View>
    </Card>
  );
}
