import { startLocalCloud } from 'local-cloud';

import schema from './schema';

const cloud = await startLocalCloud({
  dataDir: ':memory:',
  functionsRoot: 'functions',
  schema,
  strict: true,
});
for (const person of ['ana', 'ben', 'ana']) {
  const { result } = await cloud.call('likes', { photoId: 'p1' }, { person });
  console.log(person, result);
}
console.log(cloud.database.find('likes', { person: 'ben' }));
await cloud.close();
