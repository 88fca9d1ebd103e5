import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFixtureCloud } from '../fixtures/cloud';
import type { ProbeCloud } from '../testing';

let cloud: ProbeCloud;
const logged: string[] = [];

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 1, log: (line) => logged.push(line) });
});
afterAll(() => cloud.close());

function open(): Socket {
  return connect(Number(new URL(cloud.url).port), '127.0.0.1').setEncoding('utf8');
}

/** Sends bytes as they are. @returns what comes until the server closes, or has been silent */
async function exchange(text: string, silentMs = 2000): Promise<string> {
  const socket = open();
  let received = '';
  socket.on('data', (chunk: string) => (received += chunk)).on('error', () => undefined);
  socket.setTimeout(silentMs, () => socket.destroy());
  socket.write(text);
  await once(socket, 'close');
  return received;
}

function statusesOf(received: string): string[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status ?? '');
}

const HOST = 'Host: 127.0.0.1\r\n';
const ANA = `${HOST}x-person: ana\r\n`;
const WHO = '{"do":"who"}';
function post(target: string, headers = ANA, body = WHO): string {
  const length = `Content-Length: ${String(body.length)}`;
  return `POST ${target} HTTP/1.1\r\nConnection: close\r\n${headers}${length}\r\n\r\n${body}`;
}

async function expectService(): Promise<void> {
  expect(await exchange(post('/fn/rough'))).toContain('callFunction:ok');
}

describe('a request that no client of ours sends', () => {
  it.each([
    ['a target with a host', 'http://127.0.0.1/fn/rough', '400'],
    ['a target with a user', 'http://a:b@127.0.0.1/fn/rough', '400'],
    ['a host behind a backslash', '/\\', '400'],
    ['a host behind a backslash, with a path', '/\\example.com/fn/rough', '400'],
    ['a backslash in a path', '/fn\\rough', '400'],
    ['only a percent sign', '/%', '404'],
    ['a name that cannot be decoded', '/fn/%', '200'],
    ['a name with a step upwards', '/fn/..%2frough', '200'],
    ['a path with a step upwards', '/fn/../fn/rough', '400'],
    ['a path with an encoded step upwards', '/fn/%2e%2e/fn/rough', '400'],
    ['a fragment', '/fn/rough#x', '400'],
    ['a query alone', '?fn=rough', '400'],
    ['no slash', 'fn/rough', '400'],
    ['two slashes inside', '/fn//rough', '404'],
    ['a long target', `/${'x'.repeat(10_000)}`, '404'],
    ['too long a target', `/${'x'.repeat(40_000)}`, '431'],
    ['the name of a property', '/fn/__proto__', '200'],
    ['the name of a method', '/fn/constructor', '200'],
  ])('is answered: %s', async (_what, target, status) => {
    const received = await exchange(post(target));
    expect(statusesOf(received)).toEqual([status]);
    // An answer of 200 is that of `callFunction`, and no function ran.
    if (status === '200') expect(received).toContain('-501000');
    await expectService();
  });

  it.each([
    ['huge headers', post('/fn/rough', `${ANA}x-more: ${'y'.repeat(40_000)}\r\n`), ['431']],
    ['two hosts', post('/fn/rough', `${ANA}${HOST}`), ['403']],
    ['no host', post('/fn/rough', 'x-person: ana\r\n'), ['400']],
    ['two persons', post('/fn/rough', `${ANA}x-person: ben\r\n`), ['400']],
    [
      'a length that is not a number',
      `POST /fn/rough HTTP/1.1\r\n${ANA}Content-Length: x\r\n\r\n`,
      ['400'],
    ],
    ['a negative length', `POST /fn/rough HTTP/1.1\r\n${ANA}Content-Length: -1\r\n\r\n`, ['400']],
    ['two lengths', post('/fn/rough', `${ANA}Content-Length: 3\r\n`), ['400']],
    ['a length and chunks', post('/fn/rough', `${ANA}Transfer-Encoding: chunked\r\n`), ['400']],
    [
      'a bad chunk',
      `POST /fn/rough HTTP/1.1\r\n${ANA}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
      ['400'],
    ],
    ['a body longer than its length', `${post('/fn/rough')}more\r\n\r\n`, ['400']],
    ['no HTTP at all', '\u0000\u0001\u0002\r\n\r\n', ['400']],
    ['a method that does not exist', `BREW / HTTP/1.1\r\n${HOST}\r\n`, ['400']],
    ['a body that is no text', post('/fn/rough', ANA, '\u0000{'), ['400']],
    ['an expectation', post('/fn/rough', `${ANA}Expect: wonders\r\n`), ['417']],
    [
      'an upgrade',
      post('/fn/rough', `${ANA}Connection: Upgrade\r\nUpgrade: websocket\r\n`),
      ['200'],
    ],
    ['HTTP 2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', ['400']],
  ])('is answered: %s', async (_what, request, statuses) => {
    expect(statusesOf(await exchange(request))).toEqual(statuses);
    await expectService();
  });

  it('does not reach a function as a tunnel', async () => {
    expect(await exchange(`CONNECT example.com:443 HTTP/1.1\r\n${HOST}\r\n`)).toBe('');
    await expectService();
  });
});

describe('requests on one connection', () => {
  it('that are sent together are answered in their order', async () => {
    const names = ['rough', 'none', 'rough', 'open', 'none'];
    const received = await exchange(
      names
        .map((name) => post(`/fn/${name}`, ANA))
        .join('')
        .replaceAll('Connection: close\r\n', ''),
      1000,
    );
    expect(statusesOf(received)).toHaveLength(names.length);
    const outcomes = [...received.matchAll(/callFunction:(ok|fail)/g)].map(([, how]) => how);
    expect(outcomes).toEqual(names.map((name) => (name === 'none' ? 'fail' : 'ok')));
  });
});

describe('a body', () => {
  const head = `POST /fn/rough HTTP/1.1\r\n${ANA}Content-Length: ${String(WHO.length)}\r\n\r\n`;

  it('that comes slowly holds no worker', async () => {
    const slow = open();
    slow.write(head + WHO.slice(0, 3));
    await expectService();
    slow.write(WHO.slice(3));
    const [answer] = (await once(slow, 'data')) as [string];
    expect(answer).toContain('200 OK');
    slow.destroy();
  });

  it('that never ends leaves nothing behind when its connection is lost', async () => {
    const calls = async (): Promise<unknown> =>
      ((await cloud.call('rough', { do: 'who' }, { person: 'ana' })).result as { calls: number })
        .calls;
    const before = Number(await calls());
    logged.length = 0;
    const lost = open();
    lost.write(head + WHO.slice(0, 3));
    await new Promise((resolve) => setTimeout(resolve, 50));
    lost.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    // The function did not run, and a lost connection is no failure of the cloud.
    expect(await calls()).toBe(before + 1);
    expect(logged).toEqual([]);
  });
});
