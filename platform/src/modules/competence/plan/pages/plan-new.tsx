import { data } from "react-router";
import { addYears } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayPlan } from "../../rules.ts";
import { addPlan } from "../../service.server.ts";
import { planFacts } from "../contract.ts";
import { planText } from "../text.ts";
import type { Route } from "./+types/plan-new";
import { sectorChoices } from "./choices.server.ts";
import { PlanFields } from "./PlanFields.tsx";
import { planPageText } from "./plan.text.ts";

/** Begins a plan; four years from the new year unless said otherwise. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, actor } = representing(context, request);
	return reading(async (work) => {
		if (!mayPlan(await mandateOf(work))) missing();
		const firstDay = `${Number(work.today.slice(0, 4)) + 1}-01-01`;
		const lastDay = `${addYears(firstDay, 3).slice(0, 4)}-12-31`;
		const values = { firstDay, lastDay, reviewMonths: 12, ownerName: actor.name };
		return { sectors: await sectorChoices(work, language), values };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(planFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addPlan(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/competence/plans/${outcome.done.id}`, planPageText[language].created);
}

export default function PlanNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [planPageText[language], planText[language]];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/competence/plans", label: words.title }]} />
			<TaskForm
				refused={actionData}
				values={loaderData.values}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<PlanFields sectors={loaderData.sectors} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/competence/plans">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
