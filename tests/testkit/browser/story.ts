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

/** The parts that the steps of a story use. */
export interface Story {
  readonly started: Desk;
  readonly context: BrowserContext;
  readonly desk: DeskPage;
  readonly app: PhoneApp;
}

/**
 * Opens one desk and one window for all tests of a file, each of which continues where the previous
 * one ended. A test fails when the browser reported a trouble; a failed test leaves a picture.
 * @param name name of the data folder and of the picture
 * @param face the build in the phone
 * @returns the parts of the story, available once a test runs
 */
export function openStory(name: string, face: Face): () => Story {
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
