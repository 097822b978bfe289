/**
 * Errors as answers: a Fault or a defect in, a problem of RFC 9457 out, in one
 * shape for all. What a defect says of the machine stays on the machine: it is
 * told on standard error with a number that the answer names.
 */
import { randomBytes } from "node:crypto";
import { Fault } from "../../base/index.ts";
import { statusOf } from "./faults.ts";
import type { ProblemJson } from "./schemas/problem.ts";

export const PROBLEM_TYPE = "application/problem+json";

const TITLES: Readonly<Record<number, string>> = {
  400: "The request cannot be understood",
  401: "A token is needed",
  403: "Not from here",
  404: "Not there",
  405: "Not with this method",
  406: "Not in this form",
  413: "Too large",
  415: "Not of this type",
  421: "Not under this name",
  429: "Too many requests",
  500: "A defect of Chancery",
  503: "The record cannot be used now",
  507: "The disk is full",
};

/** The problem that the error is. */
export function problemOf(error: unknown, tell: (line: string) => void = () => {}): ProblemJson {
  const fault = error instanceof Fault ? error : null;
  const status = fault === null ? 500 : statusOf(fault.code);
  const title = TITLES[status] ?? TITLES[500] ?? "";
  const code = fault?.code ?? "api/defect";
  const problem = { type: `urn:chancery:problem:${code}`, title, status, code };
  if (fault !== null && status !== 500) return { ...problem, detail: fault.message, advice: fault.advice };
  const number = randomBytes(4).toString("hex");
  tell(`defect ${number}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return {
    ...problem,
    detail: "This is a defect of Chancery or of the record, not of the request.",
    advice: `The server's own output says more under ${number}.`,
  };
}

/** The problem as an answer. */
export function problemAnswer(problem: ProblemJson, headers: Record<string, string> = {}): Response {
  return new Response(`${JSON.stringify(problem)}\n`, {
    status: problem.status,
    headers: { "content-type": PROBLEM_TYPE, "cache-control": "no-store", ...headers },
  });
}
