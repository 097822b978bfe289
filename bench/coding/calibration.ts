/**
 * Does confidence mean how often it is right? Bins of confidence with the share
 * that is right, and the expected calibration error over them (Guo et al. 2017).
 */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Bin {
  /** Mean confidence of the bin. */
  readonly confidence: number;
  /** Share right, 0 to 1. */
  readonly right: number;
  readonly rows: number;
}

/** Tenths of confidence that hold cases, lowest first. */
export function calibrationCurve(cases: readonly Judged[]): readonly Bin[] {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0, rows: 0 }));
  for (const one of cases) {
    const bin = bins[Math.min(9, Math.floor(one.confidence * 10))]!;
    bin.confidence += one.confidence;
    bin.right += one.right ? 1 : 0;
    bin.rows++;
  }
  return bins
    .filter((bin) => bin.rows > 0)
    .map(({ confidence, right, rows }) => ({ confidence: confidence / rows, right: right / rows, rows }));
}

/** Mean distance between confidence and share right, weighted by rows. */
export function calibrationError(curve: readonly Bin[]): number {
  const rows = curve.reduce((sum, bin) => sum + bin.rows, 0);
  return curve.reduce((sum, bin) => sum + (bin.rows / rows) * Math.abs(bin.right - bin.confidence), 0);
}

/** The curve as lines for a terminal. */
export function showCurve(curve: readonly Bin[]): string {
  const line = ({ confidence, right, rows }: Bin) =>
    `${confidence.toFixed(2)}  ${right.toFixed(2)}  ${String(rows).padStart(5)}  ${"#".repeat(Math.round(right * 40))}`;
  return ["confidence, right, rows", ...curve.map(line)].join("\n");
}
