import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { answerTakeHome, readTakeHomeLink } from "../../service.server.ts";
import { takeHomeAnswer } from "../contract.ts";
import { takeHomePurpose } from "../purpose.ts";
import { gatheringText } from "../text.ts";
import type { Route } from "./+types/link-take-home";

/** Whether anybody asked what was brought home from a gathering, answered once by the leader who was sent the link. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { reading } = await linkVisit(context, params.token, takeHomePurpose);
	const { participant, what, who, dueOn, asked } = (await reading(readTakeHomeLink)) ?? missing();
	return { participant, what, who, dueOn, isAnswered: asked !== null };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { visit, commanding } = await linkVisit(context, params.token, takeHomePurpose);
	const parsed = parseForm(takeHomeAnswer, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => answerTakeHome(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(
		`/link/${encodeURIComponent(params.token)}/take-home`,
		gatheringText[visit.language].link.thanks,
	);
}

export default function LinkTakeHome({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = gatheringText[language];
	const { fields, link } = text;
	const { participant, what, who, dueOn, isAnswered } = loaderData;
	const title = link.title(participant);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} {...(isAnswered ? {} : { lead: link.lead })} />
			<Facts
				facts={[
					{ label: fields.what, value: what },
					{ label: fields.who, value: who },
					{ label: fields.dueOn, value: formatShortDate(language, dueOn) },
				]}
			/>
			{isAnswered ? (
				<Alert tone="success">{link.answered}</Alert>
			) : (
				<TaskForm refused={actionData} labels={fields} say={saying(language, text.refusals)}>
					<Field
						name="asked"
						kind="radio"
						required
						choices={(["yes", "no"] as const).map((one) => ({ value: one, label: text.asked[one] }))}
					/>
					<Field name="note" maxLength={1000} autoComplete="off" width="full" />
					<SubmitButton>{link.send}</SubmitButton>
				</TaskForm>
			)}
		</div>
	);
}
