import type { Work } from "../../database/work.server.ts";
import type { WaitingItem } from "../../registry/waiting.server.ts";
import type { ContactWarning } from "./contact/contract.ts";
import { readRegister } from "./contact/service.server.ts";
import { mandateOf } from "./mandate.server.ts";
import { listPeople } from "./people/service.server.ts";
import { mayAnywhere } from "./rules.ts";
import { organisationText } from "./text.ts";
import { waitingText } from "./waiting.text.ts";

/** The warnings that somebody should do something about, the worst first. */
const urgent: readonly ContactWarning[] = ["vacant", "holder-left", "deputy-left", "no-deputy", "unverified"];

/** What in the represented organisation's register and roles waits for someone who can put it right. */
export async function findWaitingInOrganisation(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const text = waitingText[actor.language];
	const mandate = await mandateOf(work);
	const contacts = `/organisations/${actor.organisationId}/contacts`;
	const items: WaitingItem[] = [];
	if (mayAnywhere(mandate, "manage-contacts")) {
		const { byWarning, missing } = await readRegister(work, actor.organisationId);
		if (missing.length > 0)
			items.push({
				key: "organisation.missing",
				title: text.missing(missing.length),
				note: missing.map((one) => organisationText[actor.language].responsibilities[one]).join(", "),
				path: contacts,
				urgency: "now",
			});
		for (const warning of urgent) {
			const count = byWarning.get(warning) ?? 0;
			if (count === 0) continue;
			items.push({
				key: `organisation.${warning}`,
				title: text.contacts[warning](count),
				path: `${contacts}?warning=${warning}`,
				urgency: warning === "vacant" || warning === "holder-left" ? "now" : "soon",
			});
		}
	}
	if (mayAnywhere(mandate, "manage-people")) {
		const { total } = await listPeople(work, { warning: "unverified", pageSize: 1 });
		if (total > 0)
			items.push({
				key: "organisation.people",
				title: text.people(total),
				path: "/people?warning=unverified",
				urgency: "whenever",
			});
	}
	return items;
}
