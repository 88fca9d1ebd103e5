/** One file of a build: path relative to the build's root with forward slashes, size in bytes. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: number;
}

/** Files of a build by package: the main package, and each subpackage by its root. */
export type BuiltPackages = Readonly<Record<string, readonly BuiltFile[]>>;

/** Bytes of each file by package and path. */
export type PackageSizes = Readonly<Record<string, Sizes>>;

/** One line of the report. */
export interface SizeLine {
  readonly name: string;
  readonly bytes: number;
  /** null: it is new. */
  readonly kept: number | null;
  readonly isTooMuch: boolean;
}

type Sizes = Readonly<Record<string, number>>;

/** Name of the package that a phone loads before any other. */
export const MAIN_PACKAGE = 'main package';

/** Growth over the kept size that needs a note. */
const MAX_GROWTH = 0.02;

/** A file below this size may double without a note, bytes. */
const SMALL = 4 * 1024;

const total = (sizes: Sizes): number => Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);

function sizesOf(files: readonly BuiltFile[]): Sizes {
  return Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]));
}

function mapValues<Before, After>(
  record: Readonly<Record<string, Before>>,
  map: (value: Before) => After,
): Record<string, After> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

/** Bytes of each file of a build. */
export function fileSizes(packages: BuiltPackages): PackageSizes {
  return mapValues(packages, sizesOf);
}

/** Bytes of each package. */
export function packageSizes(packages: BuiltPackages): Sizes {
  return mapValues(packages, (files) => total(sizesOf(files)));
}

function line(name: string, bytes: number, kept: number | null): SizeLine {
  return {
    name,
    bytes,
    kept,
    isTooMuch: bytes >= SMALL && bytes > (kept ?? 0) * (1 + MAX_GROWTH),
  };
}

/** The build beside the kept sizes: each package file by file, then its sum. */
export function compareSizes(packages: BuiltPackages, kept: PackageSizes): SizeLine[] {
  return Object.entries(packages).flatMap(([name, files]) => {
    const before = kept[name];
    return [
      ...files.map(({ path, bytes }) => line(path, bytes, before?.[path] ?? null)),
      line(name, total(sizesOf(files)), before ? total(before) : null),
    ];
  });
}
