/** The title of an event or mention in a feed: what, by whom, to whom. */
interface Named {
  readonly code: string | null;
  readonly name: string | null;
  readonly entity_text: string | null;
}

interface Titled {
  readonly event: string;
  readonly mode: readonly string[];
  readonly actor: readonly Named[];
  readonly recipient: readonly Named[];
}

/** Such as `SANCTION/expel: Russia → United States`. */
export function partyTitle({ event, mode, actor, recipient }: Titled): string {
  const side = (parties: readonly Named[]) =>
    parties.map(({ name, code, entity_text }) => name ?? code ?? entity_text ?? "").join(", ");
  const to = recipient.length === 0 ? "" : ` → ${side(recipient)}`;
  return `${[event, ...mode].join("/")}: ${side(actor)}${to}`;
}
