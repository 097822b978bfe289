/** The filters of what linking makes, under the names of the command line's options. */
import { z } from "zod";
import { CONTRADICTIONS, STANDINGS } from "./event.ts";
import { mentionFilters, reportFilters, wholeNumber } from "./filters.ts";

export const lineFilters = {
  min_lines: wholeNumber("Told by at least so many independent lines of reporting").optional(),
};

export const eventFilters = {
  ...mentionFilters,
  ...lineFilters,
  standing: z.enum(STANDINGS).describe("Standing").optional(),
};

export const storyFilters = eventFilters;

export const copyFilters = {
  ...reportFilters,
  kind: z.enum(["verbatim", "edited"]).describe("Letter for letter, or changed").optional(),
};

export const contradictionFilters = {
  ...eventFilters,
  kind: z.enum(CONTRADICTIONS).describe("What they differ in").optional(),
};
