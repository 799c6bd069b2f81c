/** The verbs and queries of this room: what its pages and the rooms above call. */

export * from "./apply/facts.server.ts";
export * from "./apply/joint.server.ts";
export * from "./apply/send.server.ts";
export {
	beginApplication,
	listApplications,
	listOwnLines,
	type OpenedApplication,
	openApplication,
	readAnswersOf,
} from "./apply/service.server.ts";
export * from "./apply/write.server.ts";
export * from "./assess/decide.server.ts";
export * from "./assess/service.server.ts";
export * from "./award/admission.server.ts";
export * from "./award/dates.server.ts";
export * from "./award/entries.server.ts";
export * from "./award/read.server.ts";
export * from "./award/service.server.ts";
export * from "./call/clarify.server.ts";
export * from "./call/list.server.ts";
export * from "./call/service.server.ts";
export * from "./collect/service.server.ts";
export * from "./guidance/service.server.ts";
export * from "./report/due.server.ts";
export * from "./report/interim.server.ts";
export * from "./report/record.server.ts";
export * from "./report/service.server.ts";
export * from "./scheme/service.server.ts";
