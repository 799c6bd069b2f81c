import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { answerUsed, readUsedAsk, usedPurpose } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { hinders, usesOf } from "../codes.ts";
import { usedAnswer } from "../contract.ts";
import { usedText } from "../text.ts";
import type { Route } from "./+types/link-used";

/** Whether a completed education is used, answered once by whoever was sent the link: no account. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { actor, reading } = await linkVisit(context, params.token, usedPurpose);
	const { title, number, named, months, answered } =
		(await reading((work) => readUsedAsk(work, actor.objectId))) ?? missing();
	return { title, number, named, months, answered };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, visit, commanding } = await linkVisit(context, params.token, usedPurpose);
	const parsed = parseForm(usedAnswer, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => answerUsed(work, actor.objectId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(
		`/link/${encodeURIComponent(params.token)}/used-competence`,
		usedText[visit.language].thanks,
	);
}

export default function LinkUsed({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = usedText[language];
	const { title, number, named, months, answered } = loaderData;
	const heading = named ? text.askTitle : text.askPlaceTitle;
	const about = title === null ? "" : text.askLead(title, formatNumber(language, months));
	const place = named || number === null ? "" : ` ${text.place(number)}.`;
	if (answered)
		return (
			<div className="stack">
				<title>{houseText[language].pageTitle(text.answeredTitle)}</title>
				<PageHeader title={text.answeredTitle} lead={about} />
				<Alert tone="success">{text.thanks}</Alert>
			</div>
		);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(heading)}</title>
			<PageHeader title={heading} lead={`${about}${place}`} />
			<p className="ds-paragraph">{text.privacy}</p>
			<TaskForm
				refused={actionData}
				labels={text.fields}
				say={saying(language, { ...competenceText[language].refusals, ...text.refusals })}
			>
				<Field
					name="uses"
					kind="radio"
					required
					choices={usesOf.map((one) => ({ value: one, label: text.uses[one] }))}
				/>
				<Field
					name="hinder"
					kind="select"
					none={text.choose}
					hint={text.hinderHint}
					choices={hinders.map((one) => ({ value: one, label: text.hinders[one] }))}
				/>
				<SubmitButton>{text.send}</SubmitButton>
			</TaskForm>
		</div>
	);
}
