export declare const HEAP_FLAGS: readonly string[];
export declare const COMPILER_FLAGS: readonly string[];
