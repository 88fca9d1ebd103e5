import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { changeOf, type Location } from './change';
import { EVENTS, type Run, strykerOptions } from './options';
import type { Mutant } from './verdict';

const STRYKER = 'node_modules/@stryker-mutator/core/bin/stryker.js';
/** Of what Stryker answers about a mutant, the answers under which a test run fails. */
const KILLED = ['Killed', 'Timeout', 'RuntimeError'];

/** What came of the mutants of some files. */
export interface TestedMutants {
  /** How many mutants each file has; empty when the time was over before they were made. */
  readonly planned: ReadonlyMap<string, number>;
  readonly tested: readonly Mutant[];
}

interface PlanEvent {
  readonly mutantPlans: readonly { readonly mutant: { readonly fileName: string } }[];
}

interface TestedEvent {
  readonly fileName: string;
  readonly status: string;
  readonly replacement: string;
  /** Lines and columns from 1. */
  readonly location: Location;
}

interface Events {
  readonly plans: readonly PlanEvent[];
  readonly tested: readonly TestedEvent[];
}

/**
 * Runs the tests of a folder against each mutant of some of its files, until the time is over.
 * Mutants whose code runs only while a module is loaded come last, because each needs all tests.
 * @param files of the folder `within`, relative to the repository.
 * @param end when the time is over, by `performance.now()`; Infinity for never.
 * @throws Error when Stryker fails, as it does when a test fails without any mutant.
 */
export async function testMutants(
  files: readonly string[],
  { within, workers, end }: { within: string; workers: number; end: number },
): Promise<TestedMutants> {
  const folder = path.join('.cache/mutants', String(process.pid));
  const { plans, tested } = await runStryker(
    { mutate: [...files], ignoreStatic: true, workers, folder },
    within,
    end,
  );
  const [first] = plans;
  const planned = new Map<string, number>(first && files.map((file) => [file, 0]));
  for (const { mutant } of first?.mutantPlans ?? []) {
    const file = path.relative(process.cwd(), mutant.fileName);
    planned.set(file, (planned.get(file) ?? 0) + 1);
  }
  const whileLoading = tested.filter(({ status }) => status === 'Ignored');
  const keys = whileLoading.map(keyOf);
  const late =
    whileLoading.length === 0 || performance.now() >= end
      ? []
      : await runStryker(
          { mutate: whileLoading.map(placeOf), ignoreStatic: false, workers, folder },
          within,
          end,
        ).then((run) => run.tested.filter((event) => keys.includes(keyOf(event))));
  const run = [...tested.filter(({ status }) => status !== 'Ignored'), ...late];
  return { planned, tested: run.map(mutantOf) };
}

/** A mutant's place, with columns from 0, as Stryker takes it. */
function placeOf({ fileName, location: { start, end } }: TestedEvent): string {
  const file = path.relative(process.cwd(), fileName);
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

function keyOf(event: TestedEvent): string {
  return `${placeOf(event)} ${event.replacement}`;
}

function mutantOf({ fileName, location, status, replacement }: TestedEvent): Mutant {
  return {
    file: path.relative(process.cwd(), fileName),
    line: location.start.line,
    isKilled: KILLED.includes(status),
    ...changeOf(readFileSync(fileName, 'utf8'), location, replacement),
  };
}

/** Ends the process and those that it started. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function runStryker(run: Run, within: string, end: number): Promise<Events> {
  const config = path.join(run.folder, 'stryker.config.json');
  mkdirSync(run.folder, { recursive: true });
  writeFileSync(config, JSON.stringify(strykerOptions(run)));
  // A group of its own, so that its workers end with it.
  const child = spawn(process.execPath, [STRYKER, 'run', config], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MUTANTS_WITHIN: within },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  }
  const interrupt = (): void => {
    endGroup(child.pid);
    rmSync(run.folder, { recursive: true, force: true });
    process.exit(130);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  let isOver = false;
  const stop = (): void => {
    isOver = true;
    endGroup(child.pid);
  };
  const timer = end === Infinity ? undefined : setTimeout(stop, end - performance.now());
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  try {
    if (code !== 0 && !isOver) {
      throw new Error(`Stryker failed over ${within}:\n${output.join('')}`);
    }
    return readEvents(path.join(run.folder, EVENTS));
  } finally {
    rmSync(run.folder, { recursive: true, force: true });
  }
}

/** The events of a run. One that was cut off when the process was ended is left out. */
function readEvents(folder: string): Events {
  const texts = (name: string): string[] =>
    filesIn(folder)
      .filter((file) => file.endsWith(`-${name}.json`))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .filter((text) => text.endsWith('}'));
  return {
    plans: texts('onMutationTestingPlanReady').map((text) => JSON.parse(text) as PlanEvent),
    tested: texts('onMutantTested').map((text) => JSON.parse(text) as TestedEvent),
  };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // The time was over before the first event.
    return [];
  }
}
