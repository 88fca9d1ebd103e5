import { buildFunctions } from '../../config/build/build-functions';
import { generate } from './generate';
import { RULES, startHistoriesCloud } from './rules';
import { runHistory } from './run';
async function main() {
await buildFunctions();
const cloud = await startHistoriesCloud();
const from = Number(process.argv[2] ?? 1), n = Number(process.argv[3] ?? 50);
const t = Date.now(); const c0 = process.cpuUsage();
const counts: Record<string, number> = {}; let compared = 0; let bad = 0;
for (let seed = from; seed < from + n; seed++) {
  const history = generate(seed);
  const run = await runHistory(cloud, history, RULES, `p${seed}`);
  compared += run.compared;
  for (const [k, v] of Object.entries(run.counts)) counts[k] = (counts[k] ?? 0) + v;
  if (run.finding) { bad++; if (bad <= 6) console.log('seed', seed, history.line, 'step', run.finding.index, JSON.stringify(history.steps[run.finding.index]).slice(0, 300), run.finding.what, JSON.stringify(run.finding.differences.slice(0, 4))); }
}
const u = process.cpuUsage(c0);
console.log({ ms: (Date.now() - t) / n, cpu: (u.user + u.system) / 1000 / n, compared, bad, counts });
await cloud.close();
process.exit(0);
}
void main();
