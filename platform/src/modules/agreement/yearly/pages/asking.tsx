import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { openedFor } from "../../pages/opened.server.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { agreementText } from "../../text.ts";
import { nameOfMonth } from "../month.ts";
import { monthOfAsking } from "../rules.ts";
import { changeAsking, readYearly } from "../service.server.ts";
import { yearlyText } from "../text.ts";
import type { Route } from "./+types/asking";

/** Whether, and in which month, the parties to one agreement are asked once a year. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openedFor(work, params.agreementId, "follow");
		const { id, title } = opened.agreement;
		const { asking } = await readYearly(work, opened);
		return { id, title, asking, usual: monthOfAsking({ asks: true, month: null }, opened.agreement) };
	});
}

const form = z.object({ asks: z.boolean(), month: z.coerce.number<string>().int().min(1).max(12).nullable() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(form, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeAsking(work, params.agreementId, parsed.values));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/agreements/${params.agreementId}/results`, yearlyText[language].saved);
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export default function AskingSetting({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = yearlyText[language];
	const { id, title, asking, usual } = loaderData;
	const back = `/agreements/${id}/results`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.settingTitle)}</title>
			<PageHeader
				title={text.settingTitle}
				lead={text.settingLead}
				trail={[
					{ to: "/agreements", label: agreementText[language].title },
					{ to: back, label: title },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={{ asks: asking.asks ? "on" : "", month: String(asking.month ?? "") }}
				labels={text.fields}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<Field name="asks" kind="checkbox" />
				<Field
					name="month"
					kind="select"
					width="full"
					hint={text.monthHint}
					none={text.usualMonth(nameOfMonth(language, usual))}
					choices={months.map((month) => ({ value: String(month), label: nameOfMonth(language, month) }))}
				/>
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
