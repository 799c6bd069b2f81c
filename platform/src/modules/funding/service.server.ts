/** The verbs and queries of this room: what its pages and the rooms above call. */

export * from "./call/clarify.server.ts";
export * from "./call/list.server.ts";
export * from "./call/service.server.ts";
export * from "./collect/service.server.ts";
export * from "./scheme/service.server.ts";
