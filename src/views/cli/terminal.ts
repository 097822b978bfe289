/**
 * The terminal as the commands see it: where data and messages go, how wide it
 * is, whether it takes colours. Data goes to standard output, everything else
 * to standard error; a reader that closes its end of the pipe ends the command
 * without a word. Follows clig.dev and no-color.org.
 */
import { once } from "node:events";
import pico from "picocolors";

export type Paint = ReturnType<typeof pico.createColors>;

export interface Terminal {
  /** Writes data; settles when there is room for more. */
  out(text: string): Promise<void>;
  /** Writes a message for the person. */
  say(text: string): void;
  readonly paint: Paint;
  readonly sayPaint: Paint;
  /** Columns of standard output. */
  readonly width: number;
  /** True when standard output is a terminal. */
  readonly interactive: boolean;
  /** True when standard error is a terminal, so that progress can be shown. */
  readonly watched: boolean;
}

const WIDTH_WITHOUT_TERMINAL = 100;
const NARROWEST = 40;

/** The terminal of this process.
 * @param colour `always`, `never`, or `auto`: where the output is a terminal and NO_COLOR is not set */
export function openTerminal(colour: "auto" | "always" | "never" = "auto"): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  process.stderr.on("error", () => {});
  return {
    async out(text) {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    say: (text) => void process.stderr.write(text),
    paint: pico.createColors(takesColour(process.stdout, colour)),
    sayPaint: pico.createColors(takesColour(process.stderr, colour)),
    width: outputColumns(),
    interactive: process.stdout.isTTY === true,
    watched: process.stderr.isTTY === true,
  };
}

/** Columns of standard output: what COLUMNS says, else the terminal, else 100. */
export function outputColumns(): number {
  const asked = Number(process.env.COLUMNS || Number.NaN);
  const columns = Number.isFinite(asked) ? asked : (process.stdout.columns ?? WIDTH_WITHOUT_TERMINAL);
  return Math.max(NARROWEST, Math.floor(columns));
}

function takesColour(stream: NodeJS.WriteStream, colour: "auto" | "always" | "never"): boolean {
  if (colour !== "auto") return colour === "always";
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR && FORCE_COLOR !== "0") return true;
  return stream.isTTY === true && TERM !== "dumb";
}
