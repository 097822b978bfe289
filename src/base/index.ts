/** The leaf room: imports nothing of ours. */
export * from "./day.ts";
export * from "./fault.ts";
export * from "./ids.ts";
export * from "./outcome.ts";
export * from "./recent.ts";
export * from "./span.ts";
