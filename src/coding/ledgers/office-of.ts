/** A gazetteer in, the title of the office that a person held on a day out: the greatest, where several were held. */
import type { Day } from "../../base/types.ts";
import type { Gazetteer, OfficeTerm } from "../../knowledge/types.ts";

/** Title of the person's office on that day ("Secretary of State"); null where unknown.
 * @param ranks keys of offices, greatest first */
export function officeTeller(gazetteer: Pick<Gazetteer, "terms">, ranks: readonly string[]) {
  const rank = ({ office }: OfficeTerm) => (ranks.includes(office) ? ranks.indexOf(office) : ranks.length);
  return (personId: string, code: string | null, day: Day | null): string | null => {
    const terms = gazetteer.terms(personId).filter((term) => code === null || term.code === code);
    const held =
      day === null
        ? terms.slice(0, 1)
        : terms.filter(({ start, end }) => (start === null || start <= day) && (end === null || end >= day));
    return held.toSorted((a, b) => rank(a) - rank(b))[0]?.title ?? null;
  };
}
