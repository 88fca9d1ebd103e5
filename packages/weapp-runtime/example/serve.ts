import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { bundleProgramPage } from 'weapp-runtime/page';

const files = await bundleProgramPage(fileURLToPath(new URL('./program', import.meta.url)));
const port = Number(process.env.PORT ?? 8789);

createServer((request, response) => {
  const file = files.get((request.url ?? '/').replace(/\?.*/, ''));
  if (file) response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  else response.writeHead(404).end();
}).listen(port, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${port}/weapp/index.html?person=ana#/pages/photo?id=p1`);
});
