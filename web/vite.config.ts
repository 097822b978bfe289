/**
 * How web/ becomes dist/web: Svelte without innerHTML (`fragments: "tree"`, so
 * that Trusted Types hold), nothing inlined (so that the policy needs no
 * exception), one small script for each view, loaded when it is opened.
 */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { knowledge } from "./build/knowledge-plugin.ts";
import { outlines } from "./build/outlines-plugin.ts";

/** Where `chancery serve` answers while `vite` serves the pages. */
const API = process.env.CHANCERY_API ?? "http://127.0.0.1:8017";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    svelte({ configFile: false, compilerOptions: { runes: true, fragments: "tree" } }),
    knowledge(),
    outlines(),
  ],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { proxy: { "/api": API } },
});
