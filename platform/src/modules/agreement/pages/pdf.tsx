import { pdfAnswer } from "../../../paper/paper.server.ts";
import { missing, representing } from "../../../visit.server.ts";
import { writePdf } from "../pdf.server.ts";
import { openAgreement } from "../service.server.ts";
import type { Route } from "./+types/pdf";
import { pdfOf } from "./pdf.server.ts";

/** The agreement as PDF: as it stands, or as it was signed. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	const given = await reading(async (work) => {
		const opened = await openAgreement(work, params.agreementId, null);
		return opened.refused ? missing() : pdfOf(work, opened.done, language);
	});
	return pdfAnswer(given.content.facts.title, await writePdf(given));
}
