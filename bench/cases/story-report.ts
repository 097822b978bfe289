/** A report of a history, as a line of cases/stories/NAME/reports.jsonl has it. */
export interface StoryReport {
  readonly id: string;
  readonly url: string;
  readonly outlet: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
}
