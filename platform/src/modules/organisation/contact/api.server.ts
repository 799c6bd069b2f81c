import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { pageOf } from "../../../api/paging.server.ts";
import { day, id, profession, responsibility } from "../contract.ts";
import { findOrganisation } from "../directory/store.server.ts";
import { whoAnswers } from "./answer.server.ts";
import { answerSteps, type Contact, contactChange, contactRow, contactValues, contactWarnings } from "./contract.ts";
import { readContact, readRegister } from "./register.server.ts";
import { changeContact, createContact, removeContact, verifyContacts } from "./service.server.ts";

const room = "organisation";
const organisationPath = z.object({ organisationId: id });
const ownPath = z.object({ contactId: id });
const version = z.object({ version: z.int() });
const asOf = day.optional().openapi({ description: "As of this day; today unless given." });
const withoutVersion = { version: true } as const;

const contact = contactRow.extend({ verifiedAt: z.iso.datetime(), warnings: z.array(z.enum(contactWarnings)) });

/** Field by field: what is said of a contact on a page besides, stays there. */
function onWire({ verifiedAt, warnings, ...found }: Contact): z.input<typeof contact> {
	const row = contactRow.omit({ verifiedAt: true }).parse(found);
	return { ...row, verifiedAt: verifiedAt.toISOString(), warnings: [...warnings] };
}

/** The contact register over the API: one's own whole, of others what they publish. */
export const contactOperations: readonly Operation[] = [
	readOperation({
		id: "whoAnswers",
		path: "/organisations/{organisationId}/answer",
		room,
		summary: "Who answers for a responsibility, today or as of a day, and which step of the ladder gave the answer",
		pathShape: organisationPath,
		queryShape: z.object({
			responsibility,
			profession: profession.optional(),
			unitId: id.optional(),
			asOf,
		}),
		answer: z.object({
			step: z.enum(answerSteps),
			tried: z.array(z.enum(answerSteps)),
			by: z.enum(["holder", "deputy", "post-box", "administrator"]).nullable(),
			name: z.string().nullable(),
			email: z.string().nullable(),
			phone: z.string().nullable(),
			contact: contact.nullable(),
		}),
		read: async (work, { path, query }) => {
			if (!(await findOrganisation(work, path.organisationId))) return null;
			const { responsibility, profession = null, unitId = null, asOf = work.today } = query;
			const found = await whoAnswers(work, { ...path, responsibility, profession, unitId, asOf });
			return { ...found, tried: [...found.tried], contact: found.contact && onWire(found.contact) };
		},
	}),
	readOperation({
		id: "listContacts",
		path: "/organisations/{organisationId}/contacts",
		room,
		summary: "Who answers for what in an organisation; another's are those it has published. All in one page",
		pathShape: organisationPath,
		queryShape: z.object({
			responsibility: responsibility.optional(),
			profession: profession.optional(),
			unitId: id.optional(),
			warning: z.enum(contactWarnings).optional(),
			asOf,
		}),
		answer: pageOf(contact),
		read: async (work, { path, query }) => {
			const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
			const { contacts } = await readRegister(work, path.organisationId, given);
			return { items: contacts.map(onWire), next: null };
		},
	}),
	readOperation({
		id: "readContact",
		path: "/organisations/{organisationId}/contacts/{contactId}",
		room,
		summary: "One contact; its ETag is the version a change must send back",
		pathShape: organisationPath.extend({ contactId: id }),
		answer: contact,
		read: async (work, { path }) => {
			const found = await readContact(work, path.organisationId, path.contactId);
			return found ? onWire(found) : null;
		},
	}),
	writeOperation({
		id: "createContact",
		method: "post",
		path: "/contacts",
		room,
		summary: "Enters who answers for something at the organisation the token acts for",
		body: contactValues,
		answer: z.object({ id }),
		write: (work, { body }) => createContact(work, body),
	}),
	writeOperation({
		id: "changeContact",
		method: "put",
		path: "/contacts/{contactId}",
		room,
		summary: "Changes who answers for what",
		pathShape: ownPath,
		body: contactChange.omit(withoutVersion),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) => changeContact(work, path.contactId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "verifyContact",
		method: "post",
		path: "/contacts/{contactId}/verify",
		room,
		summary: "Says that a contact still is correct",
		pathShape: ownPath,
		answer: z.object({ verified: z.int() }),
		write: (work, { path }) => verifyContacts(work, [path.contactId]),
	}),
	writeOperation({
		id: "removeContact",
		method: "delete",
		path: "/contacts/{contactId}",
		room,
		summary: "Takes a contact out of the register; the log keeps who answered",
		pathShape: ownPath,
		answer: z.object({ removed: z.literal(true) }),
		versioned: true,
		write: (work, { path, version }) => removeContact(work, path.contactId, version ?? 0),
	}),
];
