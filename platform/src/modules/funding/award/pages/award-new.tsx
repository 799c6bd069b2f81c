import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { listCalls, noteAward } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { carryRules } from "../codes.ts";
import { awardFacts } from "../contract.ts";
import { awardText } from "../text.ts";
import type { Route } from "./+types/award-new";
import { awardPageText } from "./award.text.ts";

/** Notes an award that came by letter. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!(await mayOf(work)).apply) missing();
		const calls = (await listCalls(work)).filter(({ standing }) => standing !== "draft");
		return {
			today: work.today,
			calls: calls.map(({ id, title, organisationName }) => ({ value: id, label: `${title} (${organisationName})` })),
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(awardFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => noteAward(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/funding/awards/${outcome.done.id}/lines`, awardPageText[language].noted);
}

export default function AwardNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = awardPageText[language];
	const { calls, today } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader
				title={text.newTitle}
				lead={text.newLead}
				trail={[{ to: "/funding/awards", label: awardText[language].title }]}
			/>
			<TaskForm
				refused={actionData}
				labels={text.fields}
				values={{ carries: "asked", droppedShare: 100 }}
				say={saying(language, fundingText[language].refusals)}
			>
				<Field name="title" required maxLength={200} width="full" autoComplete="off" />
				<Field name="callId" kind="select" choices={calls} none={text.noCall} />
				<Field name="issuerName" maxLength={200} required="sometimes" hint={text.issuerHint} autoComplete="off" />
				<Field name="reference" maxLength={100} autoComplete="off" />
				<Field name="decidedOn" kind="date" required max={today} />
				<Field name="conditions" kind="textarea" rows={3} maxLength={4000} />
				<Field name="spendBy" kind="date" required />
				<Field name="interimOn" kind="date" hint={text.interimHint} />
				<Field name="reportBy" kind="date" required />
				<Field
					name="carries"
					kind="radio"
					required
					choices={carryRules.map((value) => ({ value, label: text.carryChoices[value] }))}
				/>
				<Field name="carryOver" kind="textarea" rows={2} maxLength={1000} />
				<Field name="droppedShare" kind="number" whole unit="%" required hint={text.droppedHint} />
				<div className="task-buttons">
					<SubmitButton>{text.next}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/funding/awards">
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
