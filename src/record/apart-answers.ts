/** What apart.ts and the process in which it asks say to each other. */
import type { RecordFaultCode } from "./faults.ts";

/** Stands for no question: the process has the record open. */
export const READY = 0;

export interface Question {
  readonly id: number;
  /** Name of a method of the record. */
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface Answer {
  readonly id: number;
  readonly value: unknown;
  readonly fault: {
    readonly code: RecordFaultCode;
    readonly message: string;
    readonly advice: string | null;
  } | null;
}
