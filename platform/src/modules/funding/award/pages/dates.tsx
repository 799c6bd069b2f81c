import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mayMoveDates, moveDates, openAward } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { datesToMove } from "../contract.ts";
import type { Route } from "./+types/dates";
import { datesText } from "./dates.text.ts";

/** Gives more time to spend the money of an award, or to report on it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openAward(work, params.awardId)).done ?? missing();
		if (!mayMoveDates(opened)) missing();
		const { id, spendBy, reportBy } = opened.award;
		return { id, spendBy, reportBy };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(datesToMove, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => moveDates(work, params.awardId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/funding/awards/${params.awardId}#dates`, datesText[language].moved);
}

export default function DatesPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = datesText[language];
	const { id, spendBy, reportBy } = loaderData;
	return (
		<Section title={text.move} lead={text.moveLead}>
			<title>{houseText[language].pageTitle(text.move)}</title>
			<TaskForm
				refused={actionData}
				labels={text.fields}
				values={{ spendBy, reportBy }}
				say={saying(language, fundingText[language].refusals)}
			>
				<Field name="spendBy" kind="date" required min={spendBy} />
				<Field name="reportBy" kind="date" required min={reportBy} />
				<Field name="because" kind="textarea" rows={2} maxLength={1000} required />
				<div className="task-buttons">
					<SubmitButton>{text.move}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/funding/awards/${id}`}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</Section>
	);
}
