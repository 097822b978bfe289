/** The heap of this process while it links, when the workers' heaps are gone (docs/decisions/0112, 0126). */
import { setFlagsFromString } from "node:v8";

/** Lets the young heap double as it needs, as V8 does by itself, and the old one grow by seven tenths before it is
 * collected: linking holds what a batch makes until its end. */
export function letHeapsGrow(): void {
  setFlagsFromString("--semi-space-growth-factor=2");
  setFlagsFromString("--heap-growing-percent=70");
}
