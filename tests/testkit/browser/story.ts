import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

import type { Face } from '../../../desk/arguments';
import { type Desk, startDesk } from '../../../desk/desk';
import { DeskPage } from './pages/desk-page';
import { PhoneApp } from './pages/phone-app';
import { launchBrowser, openWindow, takePicture, watchTroubles } from './browser';

/** What the steps of a story work with. */
export interface Story {
  readonly started: Desk;
  readonly context: BrowserContext;
  readonly desk: DeskPage;
  readonly app: PhoneApp;
}

/**
 * One desk and one window for all tests of a file, each of which goes on where the one before it ended.
 * A test fails when the browser had anything to complain of; a failed one leaves a picture.
 * @param name of its data and of the picture @param face which build the phone runs
 * @returns what the story works with; there once a test runs
 */
export function tellStory(name: string, face: Face): () => Story {
  const dataDir = mkdtempSync(path.join(tmpdir(), `${name}-`));
  const endings: (() => Promise<void>)[] = [];
  let troubles: readonly string[] = [];
  let story: Story | null = null;
  const current = (): Story => {
    if (!story) throw new Error('the story has not begun');
    return story;
  };

  beforeAll(async () => {
    const started = await startDesk({ port: 0, face, dataDir, log: console.log });
    endings.unshift(() => started.close());
    const browser = await launchBrowser();
    endings.unshift(() => browser.close());
    const context = await openWindow(browser);
    const page = await context.newPage();
    troubles = watchTroubles(page, started.url);
    const desk = new DeskPage(page);
    story = { started, context, desk, app: new PhoneApp(desk.app) };
  });

  afterAll(async () => {
    for (const end of endings) await end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => takePicture(current().desk.page, `${name}-failed`));
  });

  afterEach(() => expect(troubles).toEqual([]));

  return current;
}
