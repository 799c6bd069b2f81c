import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/** What an organisation owns, by the name it has in the export; a test holds that no table is left out. */
export const ownedTables = {
	identities: "organisation.identity",
	affiliations: "organisation.affiliation",
	units: "organisation.unit",
	memberships: "organisation.membership",
	contacts: "organisation.contact",
	formerContacts: "organisation.former_contact",
	participations: "organisation.participation",
	involvements: "involvement.involvement",
	courses: "placement.course",
	periods: "placement.period",
	students: "placement.student",
	studentRules: "placement.student_rule",
	requirementsMet: "placement.requirement_met",
	claims: "placement.claim",
	wishes: "placement.wish",
	sites: "placement.site",
	collections: "placement.collection",
	capacity: "placement.capacity",
	offers: "placement.offer",
	load: "placement.load",
	requests: "placement.request",
	requestLetters: "placement.request_letter",
	requestAnswers: "placement.request_answer",
	rounds: "placement.round",
	roundParties: "placement.round_party",
	roundPeriods: "placement.round_period",
	roundOffers: "placement.round_offer",
	runs: "placement.run",
	locks: "placement.lock",
	moves: "placement.move",
	publications: "placement.publication",
	checks: "placement.check_made",
	placements: "placement.placement",
	placementEvents: "placement.event",
	evaluations: "placement.evaluation",
	effort: "placement.effort",
	agreements: "agreement.agreement",
	agreementParties: "agreement.party",
	agreementThemes: "agreement.theme",
	agreementContacts: "agreement.contact",
	commitments: "agreement.commitment",
	provisions: "agreement.provision",
	agreementVersions: "agreement.content",
	agreementComments: "agreement.comment",
	agreementEvents: "agreement.event",
	deliveries: "agreement.delivery",
	agreementResults: "agreement.result",
	agreementResultAsks: "agreement.result_ask",
	interests: "agreement.interest",
	exchanges: "agreement.exchange",
	invitations: "agreement.invitation",
	agreementFiles: "agreement.file",
	agreementPublications: "agreement.publication",
	agreementPublicationProposals: "agreement.publication_proposal",
	arenas: "meeting.arena",
	arenaParties: "meeting.party",
	seats: "meeting.seat",
	meetings: "meeting.meeting",
	items: "meeting.item",
	decisions: "meeting.decision",
	presences: "meeting.presence",
	meetingDocuments: "meeting.document",
	hearings: "meeting.hearing",
	hearingInvitees: "meeting.hearing_invitee",
	hearingInputs: "meeting.hearing_input",
	hearingTexts: "meeting.hearing_text",
	enquiries: "meeting.enquiry",
	enquirySteps: "meeting.enquiry_step",
	forms: "form.form",
	formVersions: "form.version",
	formAnswers: "form.answer",
	formFiles: "form.file",
	fundingSchemes: "funding.scheme",
	fundingCalls: "funding.call",
	fundingCallDrafts: "funding.call_draft",
	fundingCallVersions: "funding.call_version",
	clarifications: "funding.clarification",
	fundingCollections: "funding.collection",
	fundingAsked: "funding.asked",
	fundingNeeds: "funding.need",
	competences: "competence.entry",
	competenceActual: "competence.actual",
	competenceRequirements: "competence.requirement",
	competenceChoices: "competence.choice",
	competencePlans: "competence.plan",
	competencePlanSteps: "competence.plan_step",
	competencePlanVersions: "competence.plan_version",
	competenceMeasures: "competence.measure",
	studies: "competence.study",
	studySteps: "competence.study_step",
	studyFinance: "competence.study_finance",
	log: "audit.entry",
} as const;

/** Of a table that also holds what is private to somebody: what is the organisation's. */
const notPrivate: Readonly<Record<string, ReturnType<typeof sql>>> = {
	"form.answer": sql`and (t.shared or t.state = 'submitted')`,
};

/** What does not leave with the organisation, and why. */
export const notExported: Readonly<Record<string, string>> = {
	"identity.link_token": "hashes of secrets that work nowhere else; that links were sent stands in the log",
	"identity.access_token": "hashes of secrets that work nowhere else; that tokens were made stands in the log",
	"job.job": "work under way here; what it led to is in the other tables and in the log",
	"notice.mail": "letters to persons, which leave with the person",
	"placement.adaptation":
		"why students need something special: read by placement coordinators one by one, and leaves with the student",
	"form.step": "what drafts of forms were before each change, so that it can be undone",
	"import.file": "files on their way in, gone within a day; what they brought is in the other tables",
};

type OwnedRow = Readonly<Record<string, unknown>>;

/** Every row of every table that is the organisation's own, as the database holds it. */
export async function listOwned(
	work: Work,
	organisationId: string,
): Promise<Readonly<Record<string, readonly OwnedRow[]>>> {
	const owned: Record<string, readonly OwnedRow[]> = {};
	for (const [name, table] of Object.entries(ownedTables)) {
		const { rows } = await sql<{ row: OwnedRow }>`
			select to_jsonb(t) - 'search_name' as row from ${sql.table(table)} t
			where organisation_id = ${organisationId} ${notPrivate[table] ?? sql``} order by t`.execute(work.db);
		owned[name] = rows.map(({ row }) => row);
	}
	return owned;
}
