/**
 * Addresses of the pages and the view behind each. A view is loaded when it is
 * first opened. Paths are those of the commands and of the API's feeds.
 */
import type { Component } from "svelte";
import { hasEndpoint } from "../api/endpoints.ts";

type ListView = () => Promise<{ default: Component<Record<string, never>> }>;
/** A view of one thing is given the last part of its path, decoded. */
type OneView = () => Promise<{ default: Component<{ id: string }> }>;

export interface Route {
  readonly path: string;
  readonly title: string;
  /** True where the masthead does not name it. */
  readonly hidden?: boolean;
  /** Letter that opens it after `g`. */
  readonly key?: string;
  readonly list?: ListView;
  readonly one?: OneView;
}

const ALL: readonly Route[] = [
  { path: "/", title: "Today", key: "h", list: () => import("../views/Today.svelte") },
  { path: "/timeline", title: "Timeline", key: "t", list: () => import("../views/Timeline.svelte") },
  { path: "/pair", title: "Two actors", key: "p", list: () => import("../views/Pair.svelte") },
  {
    path: "/stories",
    title: "Stories",
    key: "s",
    list: () => import("../views/Stories.svelte"),
    one: () => import("../views/Story.svelte"),
  },
  { path: "/statements", title: "Statements", key: "q", list: () => import("../views/Statements.svelte") },
  {
    path: "/measures",
    title: "Measures",
    key: "m",
    list: () => import("../views/Measures.svelte"),
    one: () => import("../views/Measure.svelte"),
  },
  {
    path: "/agreements",
    title: "Agreements",
    key: "a",
    list: () => import("../views/Agreements.svelte"),
    one: () => import("../views/Agreement.svelte"),
  },
  {
    path: "/contacts",
    title: "Contacts",
    key: "c",
    list: () => import("../views/Contacts.svelte"),
    one: () => import("../views/Contact.svelte"),
  },
  {
    path: "/inquiries",
    title: "Inquiries",
    key: "i",
    list: () => import("../views/Inquiries.svelte"),
    one: () => import("../views/Inquiry.svelte"),
  },
  {
    path: "/actors",
    title: "Actors",
    key: "w",
    list: () => import("../views/Actors.svelte"),
    one: () => import("../views/Actor.svelte"),
  },
  { path: "/map", title: "Map", key: "l", list: () => import("../views/Map.svelte") },
  {
    path: "/reports",
    title: "Reports",
    key: "r",
    list: () => import("../views/Reports.svelte"),
    one: () => import("../views/Report.svelte"),
  },
  {
    path: "/contradictions",
    title: "Contradictions",
    key: "x",
    list: () => import("../views/Contradictions.svelte"),
  },
  { path: "/read", title: "Read", key: "n", list: () => import("../views/Read.svelte") },
  {
    path: "/decisions",
    title: "Decisions",
    key: "d",
    hidden: true,
    list: () => import("../views/Decisions.svelte"),
  },
  {
    path: "/events",
    title: "Event",
    hidden: true,
    list: () => import("../views/Timeline.svelte"),
    one: () => import("../views/Event.svelte"),
  },
];

/** Pages that are made by the browser from other lists, or from none. */
const NEEDS: Readonly<Record<string, string>> = {
  "/": "/today",
  "/timeline": "/events/days",
  "/map": "/events",
  "/actors": "/events",
  "/read": "/reads",
};

/** The pages that the API has something for. */
export const ROUTES: readonly Route[] = ALL.filter(({ path }) => hasEndpoint(NEEDS[path] ?? path));

export type Found = { readonly route: Route; readonly id: string } | null;

/** The route of a path with the id in it ("" for a list); null where there is no such page. */
export function routeOf(path: string): Found {
  const match = /^(\/[^/]*)(?:\/(.+))?$/.exec(path.length > 1 ? path.replace(/\/$/, "") : path);
  const route = ROUTES.find((each) => each.path === match?.[1]);
  const id = decoded(match?.[2] ?? "");
  if (route === undefined || id === null) return null;
  return (id === "" ? route.list : route.one) === undefined ? null : { route, id };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
