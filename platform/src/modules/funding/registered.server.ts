import { sql } from "kysely";
import type { LinkPurpose } from "../../identity/link-purpose.server.ts";
import type { FindObjects, ObjectCard } from "../../registry/objects.server.ts";
import type { Room } from "../../room.server.ts";
import { fundingAuditKinds, fundingAuditWords } from "./audit-words.ts";
import { needPurpose } from "./collect/service.server.ts";
import { collectText } from "./collect/text.ts";
import { findWaitingNeeds } from "./collect/waiting.server.ts";
import { fundingForms } from "./purposes.ts";
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

const needLink: LinkPurpose = {
	path: (token) => `/link/${token}/funding-need`,
	action: (language) => collectText[language].answerNow,
};

/** What the room funding gives the house. */
export const funding: Room = {
	auditWords: fundingAuditWords,
	auditKinds: fundingAuditKinds,
	forms: fundingForms,
	objects: { "funding-call": findCalls, "funding-scheme": findSchemes, "funding-collection": findCollections },
	shortcuts: { funding: findFundingShortcuts },
	waiting: { funding: findWaitingFunding, "funding-needs": findWaitingNeeds },
	links: { [needPurpose]: needLink },
};
