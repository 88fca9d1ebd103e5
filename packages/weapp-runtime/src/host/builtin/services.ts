/** The sheet that a picker opens. */
export type PickerSheet =
  | { readonly mode: 'selector'; readonly options: readonly string[]; readonly value: number }
  | {
      readonly mode: 'date' | 'time';
      readonly value: string;
      readonly start: string;
      readonly end: string;
      readonly fields: string;
    };

/** What the built-in components need of the program that they are drawn in. */
export interface BuiltInServices {
  /** Shows a sheet; null when it is cancelled. */
  readonly showSheet: (sheet: PickerSheet) => Promise<string | number | null>;
  /** Data URL of a picture of the build; null when there is none at the path. */
  readonly findPicture: (path: string) => string | null;
  /** Runs code of the program; an error is recorded instead of thrown. */
  readonly guard: (run: () => void) => void;
}

/** By screen, because several programs may run in one window. */
const servicesByScreen = new WeakMap<Element, BuiltInServices>();

/** Gives the built-in components on a screen their services. */
export function serveBuiltIns(screen: Element, services: BuiltInServices): void {
  servicesByScreen.set(screen, services);
}

/** Services of the program that an element belongs to. @throws Error when it is not on a screen */
export function servicesOf(element: Element): BuiltInServices {
  const screen = element.closest('.wx-screen');
  const services = screen && servicesByScreen.get(screen);
  if (!services)
    throw new Error(`${element.tagName.toLowerCase()} is not on the screen of a program`);
  return services;
}
