/** The codes of this room: what the pipeline says when a stage or a worker fails. */
export const PIPELINE_FAULTS = {
  "pipeline/hung": "A report took more time than it may and was given up.",
  "pipeline/out-of-memory": "A report took more memory than it may and was given up.",
  "pipeline/worker-lost": "The worker ended while it had the report.",
  "pipeline/stage-failed": "A stage broke a promise on the report.",
  "pipeline/unlike-ids": "Two ids were given of things that cannot be one.",
  "pipeline/not-linked": "What an id means is not linked.",
  "pipeline/closed": "A task came after the pool was closed.",
  "pipeline/no-actors": "A file of actors could not be read.",
  "pipeline/no-stages": "The stages could not be started.",
} as const;

export type PipelineFaultCode = keyof typeof PIPELINE_FAULTS;
