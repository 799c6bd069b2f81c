/** The verbs and queries of this room: what its pages, the API and the rooms above call. */

export {
	type AnsweredCountry,
	type AnsweredOrganisation,
	listCounties,
	whoAnswers,
	whoAnswersWhere,
} from "./contact/answer.server.ts";
export { judgeContact } from "./contact/judge.server.ts";
export { findPlaces, type Place } from "./contact/places.server.ts";
export * from "./contact/register.server.ts";
export * from "./contact/service.server.ts";
export { makePerson } from "./demo/names.ts";
export { type NationalGivers, seedNational, seedNationalGivers } from "./demo/national.server.ts";
export { demoPlaces, nationalInstitutions } from "./demo/places.ts";
export { type Random, random } from "./demo/random.ts";
export { municipalityChoices, organisationChoices } from "./directory/choices.server.ts";
export { readDirectoryEdition } from "./directory/edition.server.ts";
export { languageOf } from "./directory/language.server.ts";
export * from "./directory/list.server.ts";
export * from "./directory/service.server.ts";
export { type PublicFacts, readPublicFile } from "./facts/read.server.ts";
export * from "./facts/service.server.ts";
export { mandateOf, unitPath } from "./mandate.server.ts";
export * from "./participation/service.server.ts";
export type { HandOverPreview } from "./people/hand-over.server.ts";
export { handOver, previewHandOver } from "./people/hand-over.server.ts";
export * from "./people/invite.server.ts";
export { judgeMembership } from "./people/judge.server.ts";
export * from "./people/service.server.ts";
export { listGrantableRoles, type Reach, readReach } from "./reach.server.ts";
export * from "./register/administrator.server.ts";
export * from "./register/affiliation.server.ts";
export { type CarriedOver, carryOver } from "./register/carry-over.server.ts";
export * from "./register/service.server.ts";
export * from "./register/succession.server.ts";
export { settingWords } from "./setting-words.ts";
export * from "./unit/closing.server.ts";
export { leadersOf, type UnitLeader } from "./unit/leaders.server.ts";
export * from "./unit/read.server.ts";
export * from "./unit/service.server.ts";
export { readVocabulary } from "./vocabulary.server.ts";
