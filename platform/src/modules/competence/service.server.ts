/** The verbs and queries of this room: what its pages, the API and the rooms above call. */

export * from "./actual/service.server.ts";
export * from "./collect/service.server.ts";
export * from "./framework/service.server.ts";
export * from "./measure/service.server.ts";
export * from "./need/service.server.ts";
export * from "./plan/service.server.ts";
export * from "./study/service.server.ts";
export * from "./used/service.server.ts";
