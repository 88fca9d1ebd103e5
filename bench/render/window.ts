import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build as bundle } from 'esbuild';
import type { Page } from 'playwright-core';

import { startDesk } from '../../desk/desk';
import { launchBrowser } from '../../tests/testkit/browser/browser';
import { type DemoNames, readNames } from '../../tests/testkit/browser/names';
import { compileBuild } from 'weapp-runtime/compile';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const HTML = `<!doctype html><meta charset="utf-8"><style>html,body,#phone{height:100%;margin:0}</style>
<div id="phone"></div><script src="/bench/host.js"></script>`;

/** A window of a phone's size in which programs are measured. */
export interface BenchWindow {
  readonly page: Page;
  /** The demonstration's published store. */
  readonly shopId: string;
  /** Its session on air. */
  readonly liveId: string;
  readonly names: DemoNames;
  close(): Promise<void>;
}

async function bundleHost(): Promise<string> {
  const { outputFiles } = await bundle({
    entryPoints: [here('in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

/** Starts a desk with the demonstration, Chromium, and a page that measures both builds. */
export async function openBenchWindow(): Promise<BenchWindow> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'render-'));
  const desk = await startDesk({ port: 0, face: 'weapp', dataDir, log: () => undefined });
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const files: Record<string, readonly [string, string]> = {
    'index.html': ['text/html; charset=utf-8', HTML],
    'host.js': ['text/javascript; charset=utf-8', await bundleHost()],
    'native.json': ['application/json', JSON.stringify(compileBuild(here('../native')))],
  };
  await page.route('**/bench/*', (route) => {
    const name = new URL(route.request().url()).pathname.replace('/bench/', '');
    const [contentType, body] = files[name] ?? ['text/plain', ''];
    return route.fulfill({ contentType, body });
  });
  const names = await readNames(desk.cloud);
  await page.goto(`${desk.url}/bench/index.html`);
  const close = async (): Promise<void> => {
    await browser.close();
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const liveId = names.sessions.find(({ state }) => state === 'live')?.id ?? '';
  return { page, names, shopId: names.shopId, liveId, close };
}
