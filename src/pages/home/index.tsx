import { Text, View } from '@tarojs/components';
import { makeAutoObservable } from 'mobx';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import './index.css';

class Taps {
  count = 0;

  constructor() {
    makeAutoObservable(this);
  }

  add(): void {
    this.count += 1;
  }
}

export default observer(function HomePage() {
  const [taps] = useState(() => new Taps());
  return (
    <View className="home" onClick={() => taps.add()}>
      <Text>花都直播 {taps.count}</Text>
    </View>
  );
});
