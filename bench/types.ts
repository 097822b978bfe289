/** What a bench folder exports from its index.ts, and what the frame makes of it. */

/** One measured figure. */
export interface Figure {
  /** Such as `coding/plv-root-accuracy`: the folder's name first. Lasts for ever. */
  readonly name: string;
  readonly value: number;
  /** "", "LAS", "tokens/s", "ms", "MB"; "" for shares from 0 to 1. */
  readonly unit: string;
  readonly higherIsBetter: boolean;
  /** Known best with its origin: "0.836 (RoBERTa-large NLI)". */
  readonly best?: string;
  /** Share of the floor by which a run may miss it: the noise of the machine. 0 where the figure repeats exactly. */
  readonly margin?: number;
}

export interface MeasureOptions {
  /** Absolute path of the development data. */
  readonly data: string;
  /** True in the continuous check: a sample that takes seconds, not minutes. Figures keep their names only where the
   * sample leaves them as they are; others end in `-short`. */
  readonly short: boolean;
}

export interface Bench {
  /** Files that it reads, below the development data or in the tree ("cases/tables/events.tsv"); their hash goes with
   * the floor. */
  readonly corpus?: readonly string[];
  measure(options: MeasureOptions): readonly Figure[] | Promise<readonly Figure[]>;
}
