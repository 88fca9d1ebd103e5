/** A finding that stays, and why. */
export interface AcceptedFinding {
  readonly finding: RegExp;
  readonly why: string;
}

/** Everything the audit finds and we keep. An entry that fits nothing any more is itself a finding. */
export const ACCEPTED_FINDINGS: readonly AcceptedFinding[] = [
  {
    finding: /^faint: .*hl-(?:button--primary|pad__confirm)/,
    why: "white on WeChat's own green, bold and 17 px or more: the one main action looks as everywhere in WeChat",
  },
  {
    finding: /^faint: record__digits record__digits--none/,
    why: 'the 0 that stands where nothing was typed yet; what to do is said beneath it',
  },
  {
    finding: /^smallTargets: wx-on/,
    why: "WeChat's own switch is 52 by 32 px; a program cannot make it larger",
  },
];
