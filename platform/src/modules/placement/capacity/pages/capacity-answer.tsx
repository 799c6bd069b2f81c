import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { answerCapacity, readAnswerPage, stepCapacity } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/capacity-answer";
import { AnswerView } from "./AnswerView.tsx";
import { answerText } from "./answer.text.ts";
import { readAnswerForm } from "./answer-form.server.ts";
import { pagesText } from "./capacity.text.ts";
import { institutionChoices } from "./choices.server.ts";
import { steppedWord } from "./words.ts";

/** What a site says, for its leader and for those who coordinate. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => ({
		page: (await readAnswerPage(work, params.capacityId)) ?? missing(),
		institutions: await institutionChoices(work),
		changing: url.searchParams.has("change"),
	}));
}

const stepForm = z.object({ step: z.enum(["approve", "publish", "takeBack"]) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = pagesText[language];
	const form = await request.formData();
	const here = `/placement/capacity/${params.capacityId}/answer`;
	const step = parseForm(stepForm, form).values?.step;
	if (step) {
		const stepped = await commanding((work) => stepCapacity(work, step, [params.capacityId]));
		if (stepped.refused) return data({ stepRefused: stepped.refused, returned: undefined }, 422);
		return redirectWithToast(here, steppedWord(language, step, stepped.done));
	}
	const sent = readAnswerForm(form);
	const shown = { given: sent.given, rows: sent.rows, revision: sent.revision };
	if (sent.kind === "rows") return data({ stepRefused: [], returned: { refusals: [], ...shown } });
	if (sent.kind === "refused") return data({ stepRefused: [], returned: { refusals: sent.refusals, ...shown } }, 422);
	const outcome = await commanding((work) => answerCapacity(work, params.capacityId, sent.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ stepRefused: [], returned: { refusals: outcome.refused.map(sent.back), ...shown } }, 422);
	}
	return redirectWithToast(here, text.saved);
}

export default function CapacityAnswerPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const answerWords = answerText[language];
	const { page } = loaderData;
	const { capacity, can } = page;
	const collection =
		capacity.collectionId !== null && page.as === "keeper"
			? [{ to: `/placement/capacity/collections/${capacity.collectionId}`, label: capacity.collectionName ?? "" }]
			: [];
	const refused = actionData?.stepRefused ?? [];
	return (
		<>
			{refused.length > 0 && (
				<Alert tone="danger">{refused.map(saying(language, capacityText[language].refusals)).join(" ")}</Alert>
			)}
			<AnswerView
				{...loaderData}
				returned={actionData?.returned}
				trail={[{ to: "/placement/capacity", label: text.title }, ...collection]}
				steps={
					page.as === "keeper" && (
						<TaskForm className="row" prefix="steps-">
							{can.publish && (
								<SubmitButton name="step" value="publish">
									{text.publish}
								</SubmitButton>
							)}
							{can.approve && (
								<SubmitButton name="step" value="approve" variant="secondary">
									{text.approve}
								</SubmitButton>
							)}
							{can.takeBack && (
								<SubmitButton name="step" value="takeBack" variant="tertiary">
									{text.takeBack}
								</SubmitButton>
							)}
							{capacity.approvedAt === null && capacity.collectionId !== null && (
								<Link className="ds-button" data-variant="tertiary" to={`/placement/capacity/${capacity.id}/link`}>
									{answerWords.makeLink}
								</Link>
							)}
						</TaskForm>
					)
				}
			/>
		</>
	);
}
