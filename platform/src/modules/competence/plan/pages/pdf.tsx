import { pdfAnswer } from "../../../../paper/paper.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { openPlan } from "../../service.server.ts";
import { writePlanPdf } from "../pdf.server.ts";
import { editionOf, scopeOf } from "../written.server.ts";
import type { Route } from "./+types/pdf";

/** A plan as it stands now, as PDF. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language, actor } = representing(context, request);
	const given = await reading(async (work) => {
		const opened = (await openPlan(work, params.planId)) ?? missing();
		const scope = (await scopeOf(work, opened.plan.sector))[language];
		return { content: opened.content, scope, edition: editionOf(language, opened) };
	});
	const organisation = actor.organisationName ?? "";
	return pdfAnswer(given.content.title, await writePlanPdf({ ...given, language, organisation }));
}
