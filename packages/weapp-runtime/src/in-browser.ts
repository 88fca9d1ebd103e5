import type { CompiledBuild } from './compile/build';
import { launch } from './host/launch';
import type { Program } from './host/program';
import { SINGLE_PAGE } from './host/single-page';
import type { DeviceStorage, Place, SharedCard } from './host/types';
import { cloudOverHttp } from './over-http';

/** Where the server that serves this page has the compiled mini program. */
const BUILD = '/weapp/build.json';

/** Words between the app in its frame and the desk around it, as the browser build speaks them. */
const SHARE_REQUEST = 'huadu:share-request';
const SHARE_CARD = 'huadu:share-card';

declare global {
  interface Window {
    /** The running program, for tests in a browser. */
    program?: Program;
  }
}

/** Storage of one person on this machine. */
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

/** Keeps title and address of the frame as the program moves, so that the desk can follow it. */
function follow(): (place: Place) => void {
  let below = -1;
  return (place) => {
    document.title = place.title;
    const state = { below: place.below };
    if (below >= 0 && place.below > below) window.history.pushState(state, '', `#${place.path}`);
    else window.history.replaceState(state, '', `#${place.path}`);
    below = place.below;
  };
}

function pictureOf(program: Program | undefined, card: SharedCard): string {
  const bytes = card.imageUrl === null ? undefined : program?.temporaryFile(card.imageUrl);
  if (!bytes) return '';
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}

function post(program: Program | undefined, card: SharedCard | null): void {
  const { title, path } = card ?? { title: '', path: '' };
  const shared = card && { title, path, picture: pictureOf(program, card) };
  window.parent.postMessage({ type: SHARE_CARD, card: shared }, window.location.origin);
}

function listen(program: Program): void {
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
    const isAsked = (data as { type?: unknown } | null)?.type === SHARE_REQUEST;
    if (origin !== window.location.origin || source !== window.parent || !isAsked) return;
    // A card that there is goes out through `onShare`.
    if (program.share() === null) post(program, null);
  });
  window.addEventListener('popstate', (event: PopStateEvent) => {
    if (event.state === null) program.open(window.location.hash.slice(1));
    else program.back();
  });
}

async function main(): Promise<void> {
  const search = new URLSearchParams(window.location.search);
  const person = search.get('person');
  // WeChat knows everybody who opens the program, but for the single page of Moments.
  const scene = search.get('scene') ?? (person === null ? SINGLE_PAGE : null);
  const build = (await (await fetch(BUILD)).json()) as CompiledBuild;
  const path = window.location.hash.slice(1);
  let program: Program | undefined = undefined;
  program = launch({
    build,
    container: document.getElementById('phone') as HTMLElement,
    storage: storageOf(person ?? 'nobody'),
    ...cloudOverHttp('', person),
    onError: (error) => console.error(error),
    onNavigate: follow(),
    onShare: (card) => post(program, card),
    ...(path === '' ? {} : { path }),
    ...(scene === null ? {} : { scene: Number(scene) }),
  });
  window.program = program;
  listen(program);
}

void main();
