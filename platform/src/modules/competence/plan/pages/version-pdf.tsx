import { formatShortDate } from "../../../../language.ts";
import { pdfAnswer } from "../../../../paper/paper.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { openPlan } from "../../service.server.ts";
import { planDocumentText } from "../document.text.ts";
import { writePlanPdf } from "../pdf.server.ts";
import { scopeOf } from "../written.server.ts";
import type { Route } from "./+types/version-pdf";

/** A plan as it was adopted, word for word, as PDF. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language, actor } = representing(context, request);
	const given = await reading(async (work) => {
		const { versions } = (await openPlan(work, params.planId)) ?? missing();
		const version = versions.find(({ number }) => String(number) === params.number) ?? missing();
		const { number, decision, adoptedOn, content } = version;
		const scope = (await scopeOf(work, content.sector))[language];
		const edition = planDocumentText[language].version(number, decision, formatShortDate(language, adoptedOn));
		return { content, scope, edition };
	});
	const organisation = actor.organisationName ?? "";
	return pdfAnswer(`${given.content.title} ${params.number}`, await writePlanPdf({ ...given, language, organisation }));
}
