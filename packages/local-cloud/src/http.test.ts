import {
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  request,
} from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFixtureCloud } from './fixtures/cloud';
import type { ProbeCloud } from './testing';

let cloud: ProbeCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 1 });
});
afterAll(() => cloud.close());

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request with Node's client, because `fetch` cannot send another Host. */
function send(
  url: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { method = 'POST', headers = {}, body = '' } = options;
    const outgoing = request(url, { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const status = incoming.statusCode ?? 0;
        resolve({ status, headers: incoming.headers, body: Buffer.concat(chunks).toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const WHO = '{"do":"who"}';

describe('the HTTP routes', () => {
  it.each(['//', '//files/x', '//example.com/fn/rough', 'http://127.0.0.1/fn/rough', '*'])(
    'answer 400 to the target %s',
    async (target) => {
      const { hostname, port } = new URL(cloud.url);
      const status = await new Promise((resolve, reject) => {
        const outgoing = request({ hostname, port, path: target, method: 'POST' }, (incoming) => {
          incoming.resume();
          resolve(incoming.statusCode);
        });
        outgoing.on('error', reject);
        outgoing.end('{}');
      });
      expect(status).toBe(400);
    },
  );

  it('call a function as the person in the header', async () => {
    const reply = await send(`${cloud.url}/fn/rough`, {
      headers: { 'x-person': 'ana' },
      body: WHO,
    });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
      result: { context: { OPENID: 'ana' } },
    });
  });

  it('have an anonymous caller without the header', async () => {
    const open = await send(`${cloud.url}/fn/open`, { body: WHO });
    expect(open.body).not.toContain('OPENID');
    const closed = await send(`${cloud.url}/fn/rough`, { body: WHO });
    expect(JSON.parse(closed.body)).toMatchObject({ errCode: -501023 });
  });

  it.each(['123', '-5', 'a b', 'a;b', 'x'.repeat(65)])('refuse the person %j', async (person) => {
    const reply = await send(`${cloud.url}/fn/rough`, {
      headers: { 'x-person': person },
      body: WHO,
    });
    expect(reply.status).toBe(400);
  });

  it.each(['{', '[1]', '"text"', 'null'])('refuse the body %s', async (body) => {
    const reply = await send(`${cloud.url}/fn/open`, { body });
    expect(reply.status).toBe(400);
  });

  it('refuse a body over 100 KB', async () => {
    const body = JSON.stringify({ pad: 'x'.repeat(200 * 1024) });
    const reply = await send(`${cloud.url}/fn/open`, { body });
    expect(reply.status).toBe(413);
    expect(reply.body).toContain('EXCEED_MAX_PAYLOAD_SIZE');
  });

  it.each(['/fn/open', '/files/a', '/admin', '/upload/0'])(
    'refuse %s for a foreign host or origin',
    async (path) => {
      const headers = [
        { host: 'evil.example' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
      ];
      for (const header of headers) {
        const reply = await send(cloud.url + path, { headers: header, body: WHO });
        expect(reply.status).toBe(403);
      }
    },
  );

  it('store a file of an identified caller only', async () => {
    const put = (path: string, headers: OutgoingHttpHeaders, body = '花名册') =>
      send(`${cloud.url}/files/${path}`, { method: 'PUT', headers, body });
    expect((await put('imports/a.csv', {})).status).toBe(403);
    expect((await put('imports/../a.csv', { 'x-person': 'ana' })).status).not.toBe(500);
    const taken = await put('imports/a%20b.csv', { 'x-person': 'ana' });
    const { fileID } = JSON.parse(taken.body) as { fileID: string };
    expect(fileID).toBe('cloud://local-env.local-bucket/imports/a b.csv');
    const stored = await cloud.value(async ({ cloud: sdk, args: id }) => {
      const { fileContent } = await sdk.downloadFile({ fileID: id });
      return fileContent.toString();
    }, fileID);
    expect(stored).toBe('花名册');
    expect((await put('big', { 'x-person': 'ana' }, 'x'.repeat(11 * 1024 * 1024))).status).toBe(
      413,
    );
  });

  it('answer the wire protocol only with the key of the cloud', async () => {
    const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'plain' });
    const reply = await send(`${cloud.url}/admin`, { body });
    expect(JSON.parse(reply.body)).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
  });

  it('work inside another server, which keeps its own paths', async () => {
    const server = createServer((incoming, response) => {
      void cloud.handleRequest(incoming, response).then((isDone) => {
        if (!isDone) response.end('other');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    expect((await send(`${url}/fn/open`, { body: WHO })).body).toContain('callFunction:ok');
    expect((await send(`${url}/admin`, { body: WHO })).body).toBe('other');
    server.close();
  });
});

describe('storage', () => {
  it('stores, links, serves, replaces and deletes a file', async () => {
    const { fileID, url, bytes } = await cloud.value(async ({ cloud: sdk }) => {
      const { fileID } = await sdk.uploadFile({
        cloudPath: '相册/a b.png',
        fileContent: Buffer.from('first'),
      });
      await sdk.uploadFile({
        cloudPath: '相册/a b.png',
        fileContent: Buffer.from('second'),
      });
      const { fileList } = await sdk.getTempFileURL({ fileList: [fileID] });
      const { fileContent } = await sdk.downloadFile({ fileID });
      return {
        fileID,
        url: (fileList[0] as { tempFileURL: string }).tempFileURL,
        bytes: String(fileContent),
      };
    });
    expect(bytes).toBe('second');
    const served = await send(encodeURI(url), { method: 'GET' });
    expect(served).toMatchObject({ status: 200, body: 'second' });
    expect(served.headers['content-type']).toBe('image/png');
    const unsigned = encodeURI(url).replace(/sign=.{8}/, 'sign=00000000');
    expect((await send(unsigned, { method: 'GET' })).status).toBe(404);
    const gone = await cloud.value(async ({ cloud: sdk, args }) => {
      await sdk.deleteFile({ fileList: [args] });
      return (await sdk.getTempFileURL({ fileList: [args] })).fileList;
    }, fileID);
    expect(gone).toMatchObject([{ status: -503003 }]);
    expect((await send(encodeURI(url), { method: 'GET' })).status).toBe(404);
  });

  it('refuses an expired link', async () => {
    const url = await cloud.value(async ({ cloud: sdk }) => {
      const { fileID } = await sdk.uploadFile({
        cloudPath: 'x.txt',
        fileContent: Buffer.from('x'),
      });
      const list = [{ fileID, maxAge: 60 }];
      const { fileList } = await sdk.getTempFileURL({ fileList: list });
      return (fileList[0] as { tempFileURL: string }).tempFileURL;
    });
    expect((await send(url, { method: 'GET' })).status).toBe(200);
    cloud.setNow(new Date(Date.now() + 120_000).toISOString());
    const late = await send(url, { method: 'GET' });
    cloud.setNow(null);
    expect(late.status).toBe(404);
  });

  it.each(['../outside', 'a/../../b', '/etc/passwd', 'a//b', 'a\\b', '', 'a?b'])(
    'refuses the cloud path %j',
    async (cloudPath) => {
      const result = await cloud.probe(
        async ({ cloud: sdk, args }) =>
          sdk.uploadFile({ cloudPath: args, fileContent: Buffer.from('x') }),
        cloudPath,
      );
      expect(result.ok).toBe(false);
    },
  );

  it.each(['/files/../cloud.db', '/files/%2e%2e%2fcloud.db', '/files/.secret', '/files/%'])(
    'serves nothing at %s',
    async (path) => {
      expect((await send(cloud.url + path, { method: 'GET' })).status).toBe(404);
    },
  );
});
