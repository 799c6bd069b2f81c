export * from "./ending/service.server.ts";
export * from "./goal/service.server.ts";
export * from "./network/members.server.ts";
export { openHead, openNetwork } from "./network/open.server.ts";
export * from "./network/service.server.ts";
export { openProgramme, openProgrammeHead } from "./programme/open.server.ts";
export * from "./programme/service.server.ts";
export * from "./project/service.server.ts";
export * from "./status/service.server.ts";
