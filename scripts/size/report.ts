import type { BuiltFile } from '../check-size';

/** Sizes that were agreed on, bytes. */
export interface KeptSizes {
  /** Every file of the main package by path. */
  readonly files: Readonly<Record<string, number>>;
  /** Sum of each subpackage by its root. */
  readonly subpackages: Readonly<Record<string, number>>;
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
export const MOST_GROWTH = 0.02;

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

export const sumOf = (files: readonly BuiltFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

const line = (name: string, bytes: number, kept: number | null): SizeLine => ({
  ...{ name, bytes, kept },
  isTooMuch: bytes >= SMALL && bytes > (kept ?? 0) * (1 + MOST_GROWTH),
});

/**
 * The build beside what is kept, file by file, then each subpackage, then the main package.
 * @param main files of the main package
 * @param subpackages bytes by root
 */
export function compareSizes(
  main: readonly BuiltFile[],
  subpackages: Readonly<Record<string, number>>,
  kept: KeptSizes,
): SizeLine[] {
  const total = Object.values(kept.files).reduce((sum, bytes) => sum + bytes, 0);
  return [
    ...main.map(({ path, bytes }) => line(path, bytes, kept.files[path] ?? null)),
    ...Object.entries(subpackages).map(([root, bytes]) =>
      line(`${root}/`, bytes, kept.subpackages[root] ?? null),
    ),
    line('main package', sumOf(main), total),
  ];
}

/**
 * What is kept from now on.
 * @param why said by whoever accepts the change
 * @param on China day
 */
export function acceptSizes(
  main: readonly BuiltFile[],
  subpackages: Readonly<Record<string, number>>,
  before: KeptSizes,
  why: string,
  on: string,
): KeptSizes {
  const from = Object.values(before.files).reduce((sum, bytes) => sum + bytes, 0);
  return {
    files: Object.fromEntries(main.map(({ path, bytes }) => [path, bytes])),
    subpackages,
    notes: [...before.notes, { on, why, from, to: sumOf(main) }],
  };
}
