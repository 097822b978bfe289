/** What the gazetteer knows of an actor, as the API gives it. */

export interface OfficeTerm {
  readonly person_id: string;
  readonly person: string | null;
  readonly office: string;
  readonly title: string;
  readonly body_id: string;
  readonly body: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly seen: string | null;
}

export interface ActorEntry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly code: string | null;
  readonly sector: string | null;
  readonly state: string | null;
  readonly outlet: boolean;
  readonly names: readonly { readonly name: string; readonly use: string }[];
  readonly terms: readonly OfficeTerm[];
}
