import { runPart } from './parts';
const [kind, from, count] = process.argv.slice(2);
const c0 = process.cpuUsage();
const t0 = performance.now();
let at = Number(from);
const end = at + Number(count);
while (at < end) {
  const { tally, finding, digest } = await runPart({
    kind: kind as never,
    first: at,
    count: end - at,
  });
  if (finding) {
    console.log(finding.seed, finding.what.slice(0, 2500));
    at = finding.seed + 1;
  } else at = end;
  const c = process.cpuUsage(c0);
  console.log({
    cpu: Math.round((c.user + c.system) / 1000),
    n: tally.sequences,
    acc: tally.acknowledged,
    expl: tally.explained,
    cmp: tally.compared,
    d: digest.slice(0, 8),
  });
  if (process.env['EP']) console.log(JSON.stringify(tally.endpoints));
}
process.exit(0);
