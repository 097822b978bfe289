/** Figures in words: 755 people, 3 consulates, 2.5 million USD. */
const OWN: Readonly<Record<string, string>> = { person: "people", percent: "percent" };

/** The figure with its unit, in the plural where it is one. */
export function amount({ value, unit }: { readonly value: number; readonly unit: string }): string {
  const one = value === 1 || !/^[a-z-]+$/.test(unit) || unit.endsWith("s");
  return `${value.toLocaleString("en")} ${one ? unit : (OWN[unit] ?? `${unit}s`)}`;
}
