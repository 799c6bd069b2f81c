import type { Language } from "../../../../language.ts";
import { isOpen } from "../rules.ts";
import type { OpenedEnquiry } from "../service.server.ts";
import { themeWord } from "./choices.server.ts";
import { enquiryPagesText } from "./enquiry.text.ts";

/** What a page shows of an enquiry: names in place of ids, and of a person no more than the name in the thread. */
export function shownOf({ enquiry, steps, names, readers, fromName, toName }: OpenedEnquiry, language: Language) {
	const text = enquiryPagesText[language];
	const members = readers.filter((id) => id !== enquiry.organisationId && id !== enquiry.receiverId);
	return {
		shown: {
			...{ from: fromName, to: toName, sentBy: enquiry.sentByName, body: enquiry.body, dueOn: enquiry.dueOn },
			...{ asks: enquiry.asks, unitName: enquiry.unitName, theme: themeWord(language, enquiry.theme) },
			members: enquiry.arenaId === null ? "" : members.map((id) => names.get(id) ?? "").join(", "),
			reason: enquiry.state === "refused" ? enquiry.reason : null,
			who: whoHas(enquiry, text),
		},
		steps: steps.map(({ id, at, what, body, byName, byOrganisationId }) => ({
			...{ id, at: at.toISOString(), what, body },
			by: [byName, names.get(byOrganisationId ?? "") ?? ""].filter((word) => word !== "").join(", "),
		})),
	};
}

/** Who has an enquiry; null of one that was settled and taken by nobody: the thread says who answered. */
function whoHas(enquiry: OpenedEnquiry["enquiry"], text: (typeof enquiryPagesText)["nb"]): string | null {
	if (enquiry.ownerName !== null) return enquiry.ownerName;
	if (!isOpen(enquiry)) return null;
	return enquiry.contactName === null ? text.nobody : text.reaches(enquiry.contactName);
}
