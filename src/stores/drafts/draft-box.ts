import type { DraftDevice } from '../store-context';

/** An unsent draft as it is kept on the device. */
interface KeptDraft<Fields> {
  fields: Fields;
  /** The form as it was before anything was typed. */
  base: Fields;
  /** Key of a write that was sent and got no certain answer. */
  requestKey: string | null;
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
    const { fields, base, requestKey } = kept as Partial<Record<keyof KeptDraft<Fields>, unknown>>;
    if (!this.fits(fields) || !this.fits(base)) return null;
    return { fields, base, requestKey: typeof requestKey === 'string' ? requestKey : null };
  }

  write(kept: KeptDraft<Fields>): void {
    this.device.storage.set(this.key, kept);
  }

  clear(): void {
    this.device.storage.remove(this.key);
  }
}
