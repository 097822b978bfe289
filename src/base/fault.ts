/**
 * Fault: a broken promise of the code or of its surroundings, thrown.
 *
 * Carries a code (`room/reason`), the step, the report it happened on and the
 * cause; the command line, the API and the pages show all of them in one shape.
 */
export interface FaultDetail {
  /** The step of the pipeline, such as `coding`. */
  readonly step?: string;
  /** Id of the report at hand. */
  readonly reportId?: string;
  /** What the user can do next, one sentence. */
  readonly advice?: string;
  readonly cause?: unknown;
}

export class Fault extends Error {
  readonly code: string;
  readonly step: string | null;
  readonly reportId: string | null;
  readonly advice: string | null;

  constructor(code: string, message: string, detail: FaultDetail = {}) {
    super(message, { cause: detail.cause });
    this.name = "Fault";
    this.code = code;
    this.step = detail.step ?? null;
    this.reportId = detail.reportId ?? null;
    this.advice = detail.advice ?? null;
  }
}
