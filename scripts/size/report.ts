/** One file of a build: path relative to the build's root with forward slashes, size in bytes. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: number;
}

/** A build as WeChat loads it. */
export interface BuiltPackages {
  /** Files a phone loads before any subpackage. */
  readonly main: readonly BuiltFile[];
  /** Files of each subpackage by its root. */
  readonly subpackages: Readonly<Record<string, readonly BuiltFile[]>>;
}

/** Sizes that were agreed on, bytes. */
export interface KeptSizes {
  /** Every file of the main package by path. */
  readonly main: Readonly<Record<string, number>>;
  /** The same for each subpackage by its root. */
  readonly subpackages: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Why they changed, oldest first. */
  readonly notes: readonly SizeNote[];
}

/** A change that was accepted. */
export interface SizeNote {
  /** China day. */
  readonly on: string;
  readonly why: string;
  /** Main package before and after, bytes. */
  readonly from: number;
  readonly to: number;
}

/** Growth over what is kept that asks for a note. */
const MAX_GROWTH = 0.02;

/** Files below it may double without anybody feeling it, bytes. */
const SMALL = 4 * 1024;

/** One line of the report. */
export interface SizeLine {
  readonly name: string;
  readonly bytes: number;
  /** null: it is new. */
  readonly kept: number | null;
  readonly isTooMuch: boolean;
}

type Sizes = Readonly<Record<string, number>>;

function sizesOf(files: readonly BuiltFile[]): Sizes {
  return Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]));
}

const total = (sizes: Sizes): number => Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);

/** Bytes of some files together. */
export const sumOf = (files: readonly BuiltFile[]): number => total(sizesOf(files));

function line(name: string, bytes: number, kept: number | null): SizeLine {
  return {
    name,
    bytes,
    kept,
    isTooMuch: bytes >= SMALL && bytes > (kept ?? 0) * (1 + MAX_GROWTH),
  };
}

/** A package: its files, then all of it. */
function packageLines(
  name: string,
  files: readonly BuiltFile[],
  kept: Sizes | undefined,
): SizeLine[] {
  return [
    ...files.map(({ path, bytes }) => line(path, bytes, kept?.[path] ?? null)),
    line(name, sumOf(files), kept ? total(kept) : null),
  ];
}

/** The build beside what is kept: each subpackage file by file, and the main package last. */
export function compareSizes({ main, subpackages }: BuiltPackages, kept: KeptSizes): SizeLine[] {
  return [
    ...Object.entries(subpackages).flatMap(([root, files]) =>
      packageLines(`${root}/`, files, kept.subpackages[root]),
    ),
    ...packageLines('main package', main, kept.main),
  ];
}

/**
 * What is kept from now on.
 * @param why said by whoever accepts the change
 * @param on China day
 */
export function acceptSizes(
  { main, subpackages }: BuiltPackages,
  before: KeptSizes,
  why: string,
  on: string,
): KeptSizes {
  return {
    main: sizesOf(main),
    subpackages: Object.fromEntries(
      Object.entries(subpackages).map(([root, files]) => [root, sizesOf(files)]),
    ),
    notes: [...before.notes, { on, why, from: total(before.main), to: sumOf(main) }],
  };
}
