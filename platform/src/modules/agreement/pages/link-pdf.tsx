import { linkVisit } from "../../../identity/link-visit.server.ts";
import { pdfAnswer } from "../../../paper/paper.server.ts";
import { missing } from "../../../visit.server.ts";
import { writePdf } from "../pdf.server.ts";
import { answerPurpose, openAnswerLink } from "../service.server.ts";
import type { Route } from "./+types/link-pdf";
import { pdfOf } from "./pdf.server.ts";

/** For a party without an account: the text put forward last, as PDF. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, reading } = await linkVisit(context, params.token, answerPurpose);
	const given = await reading(async (work) => {
		const opened = await openAnswerLink(work);
		if (opened.refused) missing();
		const { whole } = opened.done;
		return pdfOf(work, whole, visit.language, whole.agreement.contentVersion);
	});
	return pdfAnswer(given.content.facts.title, await writePdf(given));
}
