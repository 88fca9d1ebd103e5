import type { CompiledBuild } from './compile/build';
import { launch } from './host/launch';
import type { Program } from './host/program';
import { SINGLE_PAGE } from './host/single-page';
import type { DeviceStorage, Place, SharedCard } from './host/types';
import { cloudOverHttp } from './over-http';
import type { ShareMessages } from './page';

/** Set by `page.ts`, which bundles this file. */
declare const SHARE_MESSAGES: ShareMessages;

const BUILD_ADDRESS = '/weapp/build.json';

declare global {
  interface Window {
    /** The running mini program, for tests in a browser. */
    program?: Program;
  }
}

/** Storage of one person in this browser. */
function storageOf(person: string): DeviceStorage {
  const prefix = `weapp/${person}/`;
  const { localStorage } = window;
  return {
    get: (key) => localStorage.getItem(prefix + key) ?? undefined,
    set: (key, value) => localStorage.setItem(prefix + key, value),
    delete: (key) => localStorage.removeItem(prefix + key),
    keys: () =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
}

/** Keeps title and address of this page in step with the program, so that a parent page sees them. */
function followPlace(): (place: Place) => void {
  let below = -1;
  return (place) => {
    document.title = place.title;
    const state = { below: place.below };
    if (below >= 0 && place.below > below) window.history.pushState(state, '', `#${place.path}`);
    else window.history.replaceState(state, '', `#${place.path}`);
    below = place.below;
  };
}

function pictureUrlOf(program: Program | undefined, card: SharedCard): string {
  const bytes = card.imageUrl === null ? undefined : program?.temporaryFile(card.imageUrl);
  if (!bytes) return '';
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}

/** Sends a card to the parent page; null when the shown page cannot be shared. */
function postCard(program: Program | undefined, card: SharedCard | null): void {
  const { title, path } = card ?? { title: '', path: '' };
  const shared = card && { title, path, picture: pictureUrlOf(program, card) };
  window.parent.postMessage({ type: SHARE_MESSAGES.card, card: shared }, window.location.origin);
}

function listenToParent(program: Program): void {
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
    const isRequest = (data as { type?: unknown } | null)?.type === SHARE_MESSAGES.request;
    if (origin !== window.location.origin || source !== window.parent || !isRequest) return;
    // A card itself is sent by `onShare`.
    if (program.share() === null) postCard(program, null);
  });
  window.addEventListener('popstate', (event: PopStateEvent) => {
    if (event.state === null) program.open(window.location.hash.slice(1));
    else program.back();
  });
}

async function main(): Promise<void> {
  const search = new URLSearchParams(window.location.search);
  const person = search.get('person');
  // The caller is anonymous only in the single page of Moments.
  const scene = search.get('scene') ?? (person === null ? SINGLE_PAGE : null);
  const build = (await (await fetch(BUILD_ADDRESS)).json()) as CompiledBuild;
  const path = window.location.hash.slice(1);
  const fontScale = Number(search.get('type') ?? 1);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const theme = () => (dark.matches ? 'dark' : 'light');
  let program: Program | undefined = undefined;
  program = launch({
    build,
    container: document.getElementById('phone') as HTMLElement,
    theme: theme(),
    fontScale,
    storage: storageOf(person ?? 'anonymous'),
    ...cloudOverHttp('', person),
    onError: (error) => console.error(error),
    onNavigate: followPlace(),
    onShare: (card) => postCard(program, card),
    ...(path === '' ? {} : { path }),
    ...(scene === null ? {} : { scene: Number(scene) }),
  });
  window.program = program;
  dark.addEventListener('change', () => program?.setTheme(theme()));
  listenToParent(program);
}

void main();
