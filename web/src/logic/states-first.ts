/** Named parties in, those of a state that is itself among them left out. */

export interface PartyNames {
  readonly name: string;
  /** The state that the party belongs to; null for a state itself and for what belongs to none. */
  readonly state: string | null;
}

/** Whom a measure strikes beside a whole state adds nothing to its title. */
export function statesFirst<T>(parties: readonly T[], namesOf: (party: T) => PartyNames): readonly T[] {
  const names = parties.map(namesOf);
  const states = new Set(names.flatMap(({ name, state }) => (state === null ? [name] : [])));
  return parties.filter((_, index) => !states.has(names[index]?.state ?? ""));
}
