import { defineText } from "../../language.ts";
import type { FindShortcuts } from "../../registry/shortcuts.server.ts";
import { mayAsk, maySee } from "./enquiry/rules.ts";
import { askerOf } from "./open.server.ts";

const text = defineText({
	nb: { arenas: "Møter og arenaer", enquiries: "Henvendelser", ask: "Send en henvendelse" },
	nn: { arenas: "Møte og arenaer", enquiries: "Førespurnader", ask: "Send ein førespurnad" },
	en: { arenas: "Meetings and arenas", enquiries: "Enquiries", ask: "Send an enquiry" },
});

/** Arenas and enquiries for those who work there; on another organisation's page, an enquiry to it. */
export const findMeetingShortcuts: FindShortcuts = async (work, about) => {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const asker = await askerOf(work);
	const words = text[actor.language];
	if (about === null)
		return maySee(asker)
			? [
					{ path: "/arenas", label: words.arenas },
					{ path: "/arenas/enquiries", label: words.enquiries },
				]
			: [];
	const isOther = about.kind === "organisation" && about.id !== actor.organisationId;
	return isOther && mayAsk(asker) ? [{ path: `/enquiries/new?to=${about.id}`, label: words.ask }] : [];
};
