/** The heap of this process while it links, when the workers' heaps are gone (docs/decisions/0112). */
import { setFlagsFromString } from "node:v8";

/** Lets the young heap double as it needs, as V8 does by itself: linking holds what a batch makes until its end. */
export function letYoungHeapGrow(): void {
  setFlagsFromString("--semi-space-growth-factor=2");
}
