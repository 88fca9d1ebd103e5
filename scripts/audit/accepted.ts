/** A finding that is accepted, and why. */
export interface AcceptedFinding {
  readonly finding: RegExp;
  readonly why: string;
}

/** The accepted findings. An entry that matches no finding is itself a finding. */
export const ACCEPTED_FINDINGS: readonly AcceptedFinding[] = [
  {
    finding: /^faint: .*hl-(?:button--primary|pad__confirm)/,
    why: "white on WeChat's own green, bold and 17 px or more: the one main action looks as everywhere in WeChat",
  },
  {
    finding: /^faint: record__digits record__digits--none/,
    why: 'the 0 before anything is typed; the hint beneath it has enough contrast',
  },
  {
    finding: /^smallTargets: wx-on/,
    why: "WeChat's own switch is 52 by 32 px; a program cannot make it larger",
  },
  {
    finding: /^faintMarks: .*hl-bars__part--solid/,
    why: "bars in WeChat's own green: their figures stand beside them and open at a tap",
  },
];
