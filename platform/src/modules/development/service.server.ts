export * from "./ending/service.server.ts";
export * from "./goal/service.server.ts";
export * from "./project/service.server.ts";
export * from "./status/service.server.ts";
