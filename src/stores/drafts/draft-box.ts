import type { DraftDevice } from '../store-context';

/** A write that was sent: its fields, and the request key under which it is asked for again. */
export interface Try<Fields> {
  fields: Fields;
  requestKey: string;
}

/** An unsent draft as it is kept on the device. */
interface KeptDraft<Fields> {
  fields: Fields;
  /** The form as it was before anything was typed. */
  base: Fields;
  /** Writes that were sent and may be stored, oldest first; each changes the one before it. */
  tries: readonly Try<Fields>[];
}

/**
 * The place of one unsent draft on the device, by person. Unlike copies of the cloud's data it
 * exists nowhere else, so a new version of the program reads it if the form is still the same.
 */
export class DraftBox<Fields extends object> {
  private readonly key: string;

  /** @param fits whether a kept value has the shape of the form's fields. */
  constructor(
    private readonly device: Pick<DraftDevice, 'storage' | 'scope'>,
    name: string,
    private readonly fits: (value: unknown) => value is Fields,
  ) {
    const { environment, person } = device.scope;
    this.key = ['draft', environment, person, name].map(encodeURIComponent).join('/');
  }

  /** The kept draft; null when there is none, or only one of another form. */
  read(): KeptDraft<Fields> | null {
    const kept = this.device.storage.get(this.key);
    if (typeof kept !== 'object' || kept === null) return null;
    const { fields, base, tries, requestKey } = kept as Record<string, unknown>;
    if (!this.fits(fields) || !this.fits(base)) return null;
    // An earlier version kept one key, and the fields as they were sent with it.
    const sent = tries ?? (typeof requestKey === 'string' ? [{ fields, requestKey }] : []);
    return this.areTries(sent) ? { fields, base, tries: sent } : null;
  }

  /** Keeps a draft; false when the device has no room for it. */
  write(kept: KeptDraft<Fields>): boolean {
    const { storage } = this.device;
    if (storage.set(this.key, kept)) return true;
    if (kept.tries.length === 0) return false;
    // An older copy without the key would be sent again after a restart, as a new write.
    storage.remove(this.key);
    return storage.set(this.key, kept);
  }

  clear(): void {
    this.device.storage.remove(this.key);
  }

  private areTries(value: unknown): value is Try<Fields>[] {
    return (
      Array.isArray(value) &&
      value.every((tried: unknown) => {
        if (typeof tried !== 'object' || tried === null) return false;
        const { fields, requestKey } = tried as Partial<Record<keyof Try<Fields>, unknown>>;
        return this.fits(fields) && typeof requestKey === 'string';
      })
    );
  }
}
