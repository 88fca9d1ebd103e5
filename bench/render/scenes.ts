import type { BenchRow } from '../rows';
import { row, within } from './gates';
import { LIST_PROGRAMS, type ListProgram } from './list';
import type { MeasuredStep, Measurer } from './measure';
import type { RowChange } from './scene-rows';

type SceneName = RowChange['scene'] | 'append';

/**
 * The scenes in their order, how often each is repeated, and the limit of the product's bytes as a
 * multiple of the windowed twin's.
 */
const SCENES: readonly { name: SceneName; turns: number; ratio: number }[] = [
  { name: 'rebuild', turns: 3, ratio: 2 },
  { name: 'append', turns: 4, ratio: 1.3 },
  { name: 'update', turns: 4, ratio: 2 },
  { name: 'sort', turns: 3, ratio: 2 },
  { name: 'filter', turns: 4, ratio: 2 },
  { name: 'group', turns: 1, ratio: 2 },
  { name: 'window', turns: 4, ratio: 2 },
  { name: 'replace', turns: 3, ratio: 2 },
];

type SceneCosts = ReadonlyMap<SceneName, MeasuredStep>;

async function measureScenes(measurer: Measurer, program: ListProgram): Promise<SceneCosts> {
  const costs = new Map<SceneName, MeasuredStep>();
  await measurer.serveFrom('Scenes');
  for (const step of program.open) await measurer.step(step);
  for (const { name, turns } of SCENES) {
    const steps = Array.from({ length: turns }, (_, turn) =>
      name === 'append' ? 'append()' : `rearrange(${JSON.stringify({ scene: name, turn })})`,
    );
    costs.set(name, await measurer.steps(steps));
    if (name === 'append') await measurer.step('toTop()');
  }
  await measurer.checkErrors();
  return costs;
}

/** The list scenes of a public benchmark, on the product's list and on both native lists. */
export async function sceneRows(measurer: Measurer): Promise<BenchRow[]> {
  const costs = new Map<ListProgram['name'], SceneCosts>();
  for (const program of LIST_PROGRAMS)
    costs.set(program.name, await measureScenes(measurer, program));
  const costOf = (program: ListProgram['name'], scene: SceneName): MeasuredStep => {
    const cost = costs.get(program)?.get(scene);
    if (!cost) throw new Error(`${program} was not measured in the scene ${scene}`);
    return cost;
  };
  return SCENES.flatMap(({ name, ratio }) => {
    const [ours, windowed, whole] = [
      costOf('ours', name),
      costOf('windowed twin', name),
      costOf('unwindowed twin', name),
    ];
    const scene = `480 rows, ${name}`;
    return [
      ...LIST_PROGRAMS.flatMap(({ name: program }) => [
        row(`${program}, ${scene}`, 'most of a step', costOf(program, name).calls, 'setData'),
        row(`${program}, ${scene}`, 'most of a step', costOf(program, name).bytes, 'bytes'),
      ]),
      within(`ours to the windowed twin, ${scene}`, 'bytes', ours.bytes / windowed.bytes, {
        limit: ratio,
      }),
      within(`ours to the unwindowed twin, ${scene}`, 'bytes', ours.bytes / whole.bytes, {
        limit: 1,
      }),
      row(`ours to the windowed twin, ${scene}`, 'time', ours.busyMs / windowed.busyMs, '× ms'),
      row(`ours to the unwindowed twin, ${scene}`, 'time', ours.busyMs / whole.busyMs, '× ms'),
    ];
  });
}
