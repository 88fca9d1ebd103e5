import type { Adapters } from '../../platform/types';

/** An unsent draft as it lies on the device. */
interface KeptDraft<Fields> {
  fields: Fields;
  /** The form as it was before anything was typed. */
  base: Fields;
  /** Key of a write that was sent and got no certain answer. */
  requestKey: string | null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

/** Whether what was kept still has the shape of the form; a draft of another version has not. */
function hasShapeOf(kept: Record<string, unknown>, initial: Record<string, unknown>): boolean {
  const names = Object.keys(initial);
  return (
    names.length === Object.keys(kept).length &&
    names.every((name) => {
      const [before, now] = [kept[name], initial[name]];
      return name in kept && (before === null || now === null || kindOf(before) === kindOf(now));
    })
  );
}

/**
 * The place of one unsent draft on the device, by person. Unlike copies of the cloud's data it is
 * the only place where it is, so it outlives a new version of the program if the form is the same.
 */
export class DraftBox<Fields extends object> {
  private readonly key: string;

  constructor(
    private readonly ports: Pick<Adapters, 'storage' | 'scope'>,
    name: string,
  ) {
    const { environment, person } = ports.scope;
    this.key = ['draft', environment, person, name].map(encodeURIComponent).join('/');
  }

  /** What was kept, if it still fits the form. */
  read(initial: Fields): KeptDraft<Fields> | null {
    const kept = this.ports.storage.get(this.key);
    if (!isRecord(kept) || !isRecord(kept.fields) || !isRecord(kept.base)) return null;
    const shape = initial as Record<string, unknown>;
    if (!hasShapeOf(kept.fields, shape) || !hasShapeOf(kept.base, shape)) return null;
    const requestKey = typeof kept.requestKey === 'string' ? kept.requestKey : null;
    // The shape was compared field by field; wrong values within are named by the contract's schema.
    return { fields: kept.fields as Fields, base: kept.base as Fields, requestKey };
  }

  write(kept: KeptDraft<Fields>): void {
    this.ports.storage.set(this.key, kept);
  }

  clear(): void {
    this.ports.storage.remove(this.key);
  }
}
