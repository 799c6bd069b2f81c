import { pdfAnswer } from "../../../paper/paper.server.ts";
import { missing, representing } from "../../../visit.server.ts";
import { writePdf } from "../pdf.server.ts";
import { openAgreement } from "../service.server.ts";
import type { Route } from "./+types/version-pdf";
import { pdfOf } from "./pdf.server.ts";

/** A version that was put forward, as PDF. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	const number = Number(params.number);
	if (!Number.isInteger(number) || number < 1 || number > 100_000) missing();
	const given = await reading(async (work) => {
		const opened = await openAgreement(work, params.agreementId, null);
		return opened.refused ? missing() : pdfOf(work, opened.done, language, number);
	});
	return pdfAnswer(`${given.content.facts.title} ${number}`, await writePdf(given));
}
