import { data } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { answerCapacity, capacityPurpose, readAnswerPage } from "../service.server.ts";
import type { Route } from "./+types/link-capacity";
import { AnswerView } from "./AnswerView.tsx";
import { answerText } from "./answer.text.ts";
import { readAnswerForm } from "./answer-form.server.ts";
import { institutionChoices } from "./choices.server.ts";

/** The same answer for whoever has the link, without an account. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, actor, reading } = await linkVisit(context, params.token, capacityPurpose);
	return reading(async (work) => ({
		page: (await readAnswerPage(work, actor.objectId)) ?? missing(),
		institutions: await institutionChoices(work),
		changing: visit.url.searchParams.has("change"),
	}));
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { visit, actor, link, commanding } = await linkVisit(context, params.token, capacityPurpose);
	const sent = readAnswerForm(await request.formData());
	const shown = { given: sent.given, rows: sent.rows, revision: sent.revision };
	if (sent.kind === "rows") return data({ refusals: [], ...shown });
	if (sent.kind === "refused") return data({ refusals: sent.refusals, ...shown }, 422);
	const outcome = await commanding((work) =>
		answerCapacity(work, actor.objectId, sent.values, { name: link.recipientName }),
	);
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused.map(sent.back), ...shown }, 422);
	}
	return redirectWithToast(`/link/${encodeURIComponent(params.token)}/capacity`, answerText[visit.language].sent);
}

export default function LinkCapacity({ loaderData, actionData }: Route.ComponentProps) {
	return <AnswerView {...loaderData} returned={actionData} />;
}
