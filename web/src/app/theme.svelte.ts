/** Light or dark: what the system prefers until the reader chooses; the choice is kept in this browser. */
const KEY = "chancery-theme";
const CHOICES = ["system", "light", "dark"] as const;

export type ThemeChoice = (typeof CHOICES)[number];

const dark = window.matchMedia("(prefers-color-scheme: dark)");

class Theme {
  choice = $state<ThemeChoice>(stored());

  /** The next of system, light, dark. */
  turn(): void {
    this.choice = CHOICES[(CHOICES.indexOf(this.choice) + 1) % CHOICES.length]!;
    try {
      localStorage.setItem(KEY, this.choice);
    } catch {
      // A browser that keeps nothing still turns the theme for this visit.
    }
    apply(this.choice);
  }
}

/** The theme of these pages. */
export const theme = new Theme();

/** Applies the choice and follows the system from now on. */
export function startTheme(): void {
  apply(theme.choice);
  dark.addEventListener("change", () => apply(theme.choice));
}

function apply(choice: ThemeChoice): void {
  const name = choice === "system" ? (dark.matches ? "dark" : "light") : choice;
  document.documentElement.dataset.theme = name;
}

function stored(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return CHOICES.find((choice) => choice === kept) ?? "system";
  } catch {
    return "system";
  }
}
