/** What several answers of the API share. */

export interface ProblemJson {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly advice: string | null;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Party {
  readonly code: string | null;
  readonly sector: string | null;
  readonly name: string | null;
  readonly id: string | null;
  readonly entity_text?: string | null;
  readonly start?: number;
  readonly end?: number;
}

export interface Citation {
  readonly url: string | null;
  readonly title: string | null;
  readonly publication: string | null;
  readonly date: string | null;
}

export interface Place {
  readonly text: string;
  readonly name: string;
  readonly code: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly start?: number;
  readonly end?: number;
}

export interface Sourced<T> {
  readonly value: T;
  readonly mentions: readonly string[];
}
