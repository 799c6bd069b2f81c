import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import type { LinkPurpose } from "../../identity/link-purpose.server.ts";
import type { FindObjects, ObjectCard } from "../../registry/objects.server.ts";
import type { Room } from "../../room.server.ts";
import { applicationMoved } from "./apply/notices.ts";
import { findWaitingApplications } from "./apply/waiting.server.ts";
import { assessmentOwnData } from "./assess/own-data.ts";
import { findWaitingAssessments } from "./assess/waiting.server.ts";
import { fundingAuditKinds, fundingAuditWords } from "./audit-words.ts";
import { findWaitingAwards } from "./award/waiting.server.ts";
import { needPurpose } from "./collect/service.server.ts";
import { collectText } from "./collect/text.ts";
import { findWaitingNeeds } from "./collect/waiting.server.ts";
import { guidanceMoved } from "./guidance/notices.ts";
import { guideOwnData } from "./guidance/own-data.ts";
import { findWaitingGuidance } from "./guidance/waiting.server.ts";
import { fundingForms } from "./purposes.ts";
import { findWaitingInterims } from "./report/interim.waiting.server.ts";
import { remindReportCron, remindReportTask, reportDue } from "./report/remind.server.ts";
import { findWaitingReports } from "./report/waiting.server.ts";
import { findFundingShortcuts } from "./shortcuts.server.ts";
import { findWaitingFunding } from "./waiting.server.ts";

const findCalls: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'funding-call' kind, c.id, coalesce(v.title, d.content ->> 'title') title, '/funding/calls/' || c.id path
		from funding.call c
		left join funding.call_version v on v.organisation_id = c.organisation_id and v.call_id = c.id and v.number = c.published
		left join funding.call_draft d on d.organisation_id = c.organisation_id and d.call_id = c.id
		where c.id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

const findSchemes: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'funding-scheme' kind, id, name title, '/funding/schemes' path from funding.scheme
		where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

const findCollections: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'funding-collection' kind, id, title, '/funding/collections/' || id path from funding.collection
		where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

const findApplications: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'funding-application' kind, a.id, coalesce(v.title, d.content ->> 'title', a.reference) title,
			'/funding/applications/' || a.id path
		from funding.application a
		left join funding.call_version v on v.organisation_id = a.call_organisation_id and v.call_id = a.call_id and v.number = a.number
		left join funding.call_draft d on d.organisation_id = a.call_organisation_id and d.call_id = a.call_id
		where a.id = any(${[...ids]}::uuid[]) and (a.organisation_id = ${own(work)} or a.call_organisation_id <> ${own(work)})`.execute(
		work.db,
	);
	return rows;
};

function own({ actor }: Work): string | null {
	return actor.kind === "nobody" ? null : (actor.organisationId ?? null);
}

const findAwards: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'funding-award' kind, id, title, '/funding/awards/' || id path from funding.award
		where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

const needLink: LinkPurpose = {
	path: (token) => `/link/${token}/funding-need`,
	action: (language) => collectText[language].answerNow,
};

/** What the room funding gives the house. */
export const funding: Room = {
	auditWords: fundingAuditWords,
	auditKinds: fundingAuditKinds,
	forms: fundingForms,
	notices: [applicationMoved, guidanceMoved, reportDue],
	tasks: [remindReportTask],
	cron: [remindReportCron],
	ownData: [...assessmentOwnData, ...guideOwnData],
	objects: {
		...{ "funding-call": findCalls, "funding-scheme": findSchemes, "funding-collection": findCollections },
		"funding-application": findApplications,
		"funding-award": findAwards,
	},
	shortcuts: { funding: findFundingShortcuts },
	waiting: {
		funding: findWaitingFunding,
		"funding-needs": findWaitingNeeds,
		"funding-applications": findWaitingApplications,
		"funding-assessments": findWaitingAssessments,
		"funding-awards": findWaitingAwards,
		"funding-reports": findWaitingReports,
		"funding-guidance": findWaitingGuidance,
		"funding-interims": findWaitingInterims,
	},
	links: { [needPurpose]: needLink },
};
