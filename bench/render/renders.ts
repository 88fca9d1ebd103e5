/** What of React's fibers is needed to tell which components ran in a commit. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
}

/** Functions, classes, forwarded refs, and both kinds of `memo`. */
const COMPONENTS = [0, 1, 11, 14, 15];
/** Flag of a fiber whose component ran. */
const PERFORMED_WORK = 1;

function didRun({ tag, flags }: Fiber): boolean {
  return COMPONENTS.includes(tag) && (flags & PERFORMED_WORK) !== 0;
}

/** Components that ran in a tree; `before` is the tree of the commit before, null for a new one. */
function countIn(fiber: Fiber, before: Fiber | null): number {
  let count = didRun(fiber) ? 1 : 0;
  // React left the children alone: their flags are of an earlier commit.
  if (before !== null && before.child === fiber.child) return count;
  for (let child = fiber.child; child !== null; child = child.sibling) {
    count += countIn(child, before === null ? null : child.alternate);
  }
  return count;
}

/** In React's release build: the variable that holds the developer tools' hook, null without them. */
const HOOK = /([\w$]+)&&"function"==typeof \1\.onCommitFiberRoot/;
const NAME = 'benchCommitHook';

/**
 * Makes React in a script call {@link RenderCount}: Taro's React has the hook of the developer tools,
 * and never looks for them.
 * @throws Error when React is written otherwise than it was: no count is no zero
 */
export function withCommitHook(script: string): string {
  if (!HOOK.test(script)) throw new Error("React's commit hook was not found in the build");
  return script.replace(HOOK, (_whole, hook: string) => {
    return `(${hook}||(${hook}=${NAME}))&&"function"==typeof ${hook}.onCommitFiberRoot`;
  });
}

/** Counts renders of React components, as React's developer tools do. */
export class RenderCount {
  count = 0;

  /** Installs what {@link withCommitHook} calls; programs that are launched from now on find it. */
  install(): void {
    const hook = {
      onCommitFiberUnmount: () => undefined,
      onCommitFiberRoot: (_id: unknown, { current }: { current: Fiber }) => {
        this.count += countIn(current, current.alternate);
      },
    };
    // On the prototype, because a program does not see the window's own names.
    Object.defineProperty(Window.prototype, NAME, { value: hook });
  }
}
