/** What a picker offers, as a sheet over the page shows it. */
export type PickerSheet =
  | { readonly mode: 'selector'; readonly options: readonly string[]; readonly value: number }
  | {
      readonly mode: 'date' | 'time';
      readonly value: string;
      readonly start: string;
      readonly end: string;
      readonly fields: string;
    };

/** What the built-in components ask of the program that they are drawn in. */
export interface BuiltInServices {
  /** Shows a sheet; null when the person leaves it without a choice. */
  readonly showSheet: (sheet: PickerSheet) => Promise<string | number | null>;
  /** Address of a picture of the build; null when it is none. */
  readonly findPicture: (path: string) => string | null;
  /** Runs something; its fault is the program's. */
  readonly guard: (run: () => void) => void;
}

/** By the screen of a program: several may run in one window. */
const served = new WeakMap<Element, BuiltInServices>();

/** Serves the built-in components on a screen. */
export function serveBuiltIns(screen: Element, services: BuiltInServices): void {
  return void served.set(screen, services);
}

/** Services of the program an element is drawn in. @throws Error when it is on no screen */
export function servicesOf(element: Element): BuiltInServices {
  const screen = element.closest('.wx-screen');
  const services = screen && served.get(screen);
  if (!services) throw new Error(`${element.tagName.toLowerCase()} is on no program's screen`);
  return services;
}
