/** The verbs and queries of this room: what its pages, the API and the rooms above call. */
export * from "./directory/service.server.ts";
export { mandateOf, unitPath } from "./mandate.server.ts";
export * from "./unit/service.server.ts";
export { readVocabulary } from "./vocabulary.server.ts";
