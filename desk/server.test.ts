import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bundlePage } from './page-bundle';
import { type DeskServer, openDeskServer } from './server';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const dir = mkdtempSync(path.join(tmpdir(), 'desk-server-'));
const appDir = path.join(dir, 'h5');
const secret = 'not for the browser';
const toCloud: string[] = [];
let server: DeskServer;

/** Sends the path as it stands: fetch would tidy it up first. */
function ask(
  target: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: target, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

beforeAll(async () => {
  mkdirSync(path.join(appDir, 'js'), { recursive: true });
  writeFileSync(path.join(dir, 'secret.txt'), secret);
  writeFileSync(path.join(appDir, '.env'), secret);
  writeFileSync(path.join(appDir, 'index.html'), '<p>app</p>');
  writeFileSync(path.join(appDir, 'js/a b.js'), 'let a;');
  writeFileSync(path.join(appDir, 'tab.png'), 'png');
  writeFileSync(path.join(appDir, 'unknown.bin'), 'bytes');
  symlinkSync(path.join(dir, 'secret.txt'), path.join(appDir, 'link.txt'));
  server = await openDeskServer(0, () => undefined);
  expect((await ask('/')).status).toBe(503);
  server.serve({
    page: await bundlePage('h5'),
    program: new Map(),
    appDir,
    handleCloud: async (incoming, response) => {
      toCloud.push(`${incoming.method} ${incoming.url}`);
      response.end('cloud');
      return true;
    },
  });
});

afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/desk/main.js', 'text/javascript; charset=utf-8'],
    ['/desk/style.css', 'text/css; charset=utf-8'],
    ['/h5/', 'text/html; charset=utf-8'],
    ['/h5/index.html?person=mcn', 'text/html; charset=utf-8'],
    ['/h5/js/a%20b.js', 'text/javascript; charset=utf-8'],
    ['/h5/tab.png', 'image/png'],
    ['/h5/unknown.bin', 'application/octet-stream'],
  ])('%s is served as %s', async (target, type) => {
    const { status, headers } = await ask(target);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['content-security-policy']).not.toMatch(/https?:|\*/);
  });

  it.each([
    '/h5/../secret.txt',
    '/h5/%2e%2e/secret.txt',
    '/h5/..%2fsecret.txt',
    '/h5/..%5csecret.txt',
    '/h5/js/../../secret.txt',
    '/h5//secret.txt',
    '/h5/link.txt',
    '/h5/.env',
    '/h5/js',
    '/h5/index.html%00.png',
    '/h5/%',
    '/../secret.txt',
    '/nothing',
  ])('%s is not found', async (target) => {
    const { status, body } = await ask(target);
    expect(status).toBe(404);
    expect(body).not.toContain(secret);
  });

  it('are sent without a body for HEAD, and only read', async () => {
    const head = await ask('/h5/tab.png', { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, '3', '']);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask('/h5/index.html', { method })).status).toBe(405);
    }
  });
});

describe('who may ask', () => {
  it.each(['127.0.0.1:8787', 'localhost', 'localhost:1', '[::1]:8787'])('%s', async (host) => {
    expect((await ask('/', { headers: { host } })).status).toBe(200);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:8787', '10.0.0.1'])(
    'not %s, on any route',
    async (host) => {
      for (const target of ['/', '/h5/', '/fn/api']) {
        expect((await ask(target, { headers: { host } })).status).toBe(403);
      }
    },
  );

  it('no page of another origin', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await ask('/fn/public', { method: 'POST', headers })).status).toBe(403);
  });
});

describe('the local cloud', () => {
  it('gets its two routes and nothing else', async () => {
    toCloud.length = 0;
    await ask('/fn/api', { method: 'POST' });
    await ask('/files/a.png?sign=1');
    await ask('/fnord');
    expect(toCloud).toEqual(['POST /fn/api', 'GET /files/a.png?sign=1']);
  });
});

describe('a port that is taken', () => {
  it('is named, with what to do', async () => {
    const port = Number(new URL(server.url).port);
    await expect(openDeskServer(port, () => undefined)).rejects.toThrow(`--port ${port + 1}`);
  });
});
