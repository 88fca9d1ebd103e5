import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';
import { compileBuild } from 'weapp-runtime/compile';
import { Phone } from 'weapp-runtime/testing';

it('shows the number of likes after a tap', async () => {
  const phone = new Phone({
    build: compileBuild(fileURLToPath(new URL('./program', import.meta.url))),
    cloud: async () => ({ result: { total: 7 } }),
  });
  await phone.open('/pages/photo?id=p1');
  await phone.tap('Like');
  await phone.see('7 likes');
  expect(phone.calls).toMatchObject([{ name: 'likes', event: { photoId: 'p1' } }]);
  expect(phone.program.errors).toEqual([]);
  phone.close();
});
