/**
 * Values with the mentions that say so in, those that an event is known by out:
 * what is told at least half as often as the most told one. Of parties with one
 * code the particular one ("Vladimir Putin") stands for the general ("Russia").
 */
import type { Party, Sourced } from "../types.ts";

/** Values told at least half as often as the most told, in their order. */
export function mostTold<T>(values: readonly Sourced<T>[]): T[] {
  const most = values[0]?.mentions.length ?? 0;
  return values.filter(({ mentions }) => mentions.length * 2 >= most).map(({ value }) => value);
}

/** The parties of one role; those that nothing is known of but their words only where there are no others. */
export function mainParties(values: readonly Sourced<Party>[]): Party[] {
  const known = values.filter(({ value }) => keyOf(value) !== null);
  if (known.length === 0) return values.slice(0, 1).map(({ value }) => value);
  const groups = [...Map.groupBy(known, ({ value }) => keyOf(value)).values()].map((group) => {
    const particular = group.filter(({ value }) => isParticular(value));
    return {
      parties: mostTold(particular.length > 0 ? particular : group.slice(0, 1)),
      told: new Set(group.flatMap(({ mentions }) => mentions)).size,
    };
  });
  const most = Math.max(...groups.map(({ told }) => told));
  return groups.filter(({ told }) => told * 2 >= most).flatMap(({ parties }) => parties);
}

const keyOf = ({ code, name }: Party) => code ?? name;

const isParticular = ({ id }: Party) => id !== null && !id.startsWith("state/");
