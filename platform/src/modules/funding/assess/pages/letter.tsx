import { pdfAnswer } from "../../../../paper/paper.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { openReceived } from "../../service.server.ts";
import { writeLetter } from "../letter.server.ts";
import { assessText } from "../text.ts";
import type { Route } from "./+types/letter";

/** The letter of a decision, for who made it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	const { received, decision, giverName, bound } =
		(await reading((work) => openReceived(work, params.callId, params.applicationId))).done ?? missing();
	if (!decision?.decidedAt) missing();
	const { content, reference } = received;
	const pdf = await writeLetter(language, {
		...{ decision, giver: giverName, title: bound.title, reference, conditions: bound.conditions },
		to: content.parties.map(({ name }) => name),
	});
	return pdfAnswer(`${assessText[language].letterTitle} ${reference}`, pdf);
}
