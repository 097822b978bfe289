/** Modules that build/ makes. */
declare module "virtual:knowledge" {
  const knowledge: {
    readonly states: Readonly<Record<string, string>>;
    readonly types: readonly {
      readonly type: string;
      readonly quad: number;
      readonly score: number;
      readonly gloss: string;
      readonly modes: readonly string[];
    }[];
    readonly sectors: Readonly<Record<string, string>>;
    readonly codes: Readonly<Record<string, string>>;
    readonly ledgers: Readonly<
      Record<string, { readonly kinds: readonly string[]; readonly steps: readonly string[] }>
    >;
    readonly endpoints: readonly string[];
  };
  export default knowledge;
}

declare module "virtual:outlines" {
  const map: {
    readonly width: number;
    readonly height: number;
    readonly outlines: readonly {
      readonly code: string | null;
      readonly d: string;
      readonly x: number;
      readonly y: number;
    }[];
  };
  export default map;
}
