/** Starts the pages: the theme first, so that nothing flashes, then the application. */
import { mount } from "svelte";
import App from "./app/App.svelte";
import { startTheme } from "./app/theme.svelte.ts";
import "./style/base.css";

startTheme();
mount(App, { target: document.getElementById("app")! });
