import type { Work } from "../../database/work.server.ts";
import type { PersonActor } from "../../identity/actor.ts";
import { wishesSince } from "../../identity/deletion.server.ts";
import type { WaitingItem } from "../../registry/waiting.server.ts";
import type { Contact, ContactWarning } from "./contact/contract.ts";
import { listOwnContacts, readRegister } from "./contact/register.server.ts";
import { mandateOf } from "./mandate.server.ts";
import { listInvitations } from "./people/invite.server.ts";
import { countPeople, listRolesOf } from "./people/service.server.ts";
import { readReach } from "./reach.server.ts";
import { listWaitingDeletions } from "./retention/store.server.ts";
import { type Mandate, may, mayAnywhere } from "./rules.ts";
import { organisationText, responsibilityName, roleName } from "./text.ts";
import { waitingText } from "./waiting.text.ts";

type Asker = PersonActor & { readonly organisationId: string };

/** The warnings that somebody should do something about, the worst first. */
const urgent: readonly ContactWarning[] = [
	"vacant",
	"holder-left",
	"deputy-left",
	"no-deputy",
	"unit-closed",
	"unverified",
];

/** What in the represented organisation's register and roles waits for someone who can put it right. */
export async function findWaitingInOrganisation(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const asker = { ...actor, organisationId: actor.organisationId };
	const mandate = await mandateOf(work);
	const found = await Promise.all([
		mayAnywhere(mandate, "manage-contacts") ? inRegister(work, asker, mandate) : ownContacts(work, asker),
		mayAnywhere(mandate, "manage-people") ? amongPeople(work, asker, mandate) : ownRoles(work, asker),
	]);
	return found.flat();
}

/** The register, as far as the asker manages it: the whole, or the contacts of some units. */
async function inRegister(work: Work, asker: Asker, mandate: Mandate): Promise<WaitingItem[]> {
	const text = waitingText[asker.language];
	const path = `/organisations/${asker.organisationId}/contacts`;
	const { contacts, missing } = await readRegister(work, asker.organisationId);
	const isWhole = may(mandate, "manage-contacts");
	const managed = isWhole ? contacts : await within(work, contacts);
	const items: WaitingItem[] = [];
	if (isWhole && missing.length > 0)
		items.push({
			key: "organisation.missing",
			title: text.missing(missing.length),
			note: missing.map((one) => organisationText[asker.language].responsibilities[one]).join(", "),
			path,
			// Where nobody answers for anything yet, the organisation has just begun: that is not what is late.
			urgency: contacts.length === 0 ? "soon" : "now",
		});
	for (const warning of urgent) {
		const count = managed.filter((contact) => contact.warnings.includes(warning)).length;
		if (count === 0) continue;
		items.push({
			key: `organisation.${warning}`,
			title: text.contacts[warning](count),
			path: `${path}?warning=${warning}`,
			urgency: warning === "vacant" || warning === "holder-left" ? "now" : "soon",
		});
	}
	return items;
}

async function within(work: Work, contacts: readonly Contact[]): Promise<readonly Contact[]> {
	const { units } = await readReach(work, "manage-contacts", { withClosed: true });
	const ids = new Set(units.map((unit) => unit.id));
	return contacts.filter(({ unitId }) => unitId !== null && ids.has(unitId));
}

/** What the asker answers for, and has not said is right for a year. */
async function ownContacts(work: Work, asker: Asker): Promise<WaitingItem[]> {
	const text = waitingText[asker.language];
	const contacts = await listOwnContacts(work);
	const stale = contacts.filter(
		({ membershipId, warnings }) =>
			membershipId !== null && asker.membershipIds.includes(membershipId) && warnings.includes("unverified"),
	);
	return stale.map((contact) => ({
		key: `organisation.own.${contact.id}`,
		title: text.ownContact(responsibilityName(asker.language, contact.responsibility)),
		path: `/organisations/${asker.organisationId}/contacts?warning=unverified`,
		urgency: "soon",
	}));
}

/** Roles the asker manages, not said to be right for a year; and invitations nobody has answered. */
async function amongPeople(work: Work, asker: Asker, mandate: Mandate): Promise<WaitingItem[]> {
	const text = waitingText[asker.language];
	const items: WaitingItem[] = [];
	const isWhole = may(mandate, "manage-people");
	const places = isWhole ? [null] : unitsManaged(mandate);
	const [unverified, deletions, invitations] = await Promise.all([
		Promise.all(
			places.map((unitId) => countPeople(work, { warning: "unverified", ...(unitId === null ? {} : { unitId }) })),
		),
		isWhole ? listWaitingDeletions(work, wishesSince(work.today)) : [],
		listInvitations(work),
	]);
	for (const [index, unitId] of places.entries()) {
		const total = unverified[index] ?? 0;
		if (total === 0) continue;
		items.push({
			key: `organisation.people.${unitId ?? "all"}`,
			title: text.people(total),
			path: `/people?warning=unverified${unitId === null ? "" : `&unit=${unitId}`}`,
			urgency: "whenever",
		});
	}
	for (const { membershipId, name } of deletions)
		items.push({
			key: `organisation.deletion.${membershipId}`,
			title: text.deletion(name),
			note: text.deletionNote,
			path: `/people/${membershipId}/end`,
			urgency: "soon",
		});
	if (invitations.length > 0)
		items.push({
			key: "organisation.invitations",
			title: text.invitations(invitations.length),
			note: named(invitations.map((invitation) => invitation.membership.name)),
			path: "/people/invitations",
			urgency: "whenever",
		});
	return items;
}

function unitsManaged(mandate: Mandate): readonly string[] {
	return mandate.holdings.flatMap(({ unitId }) =>
		unitId !== null && may(mandate, "manage-people", [unitId]) ? [unitId] : [],
	);
}

/** So many names are told; the page has them all. */
const mostNames = 3;

function named(names: readonly string[]): string {
	return names.length <= mostNames ? names.join(", ") : `${names.slice(0, mostNames).join(", ")} …`;
}

/** The asker's own roles, where nobody has said for a year that they are right. */
async function ownRoles(work: Work, asker: Asker): Promise<WaitingItem[]> {
	const [first] = asker.membershipIds;
	const roles = first === undefined ? [] : await listRolesOf(work, first);
	const stale = roles.filter((role) => role.warnings.includes("unverified"));
	return stale.map((role) => ({
		key: `organisation.role.${role.id}`,
		title: waitingText[asker.language].ownRole(roleName(asker.language, role.role)),
		path: `/people/${role.id}`,
		urgency: "whenever",
	}));
}
