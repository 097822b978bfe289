/**
 * svelte-check reads components with the JavaScript API of TypeScript, which
 * version 7 does not have yet (decision 0077): for it alone, `typescript` means
 * the last version that has.
 */
import { registerHooks } from "node:module";

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.replace(/^typescript(?=\/|$)/, "typescript-6"), context),
});
