import { data } from "react-router";
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
import { addMeasure, listMeasures } from "../../service.server.ts";
import { measureFacts } from "../contract.ts";
import { measureText } from "../text.ts";
import type { Route } from "./+types/measure-new";
import { measureChoices } from "./choices.server.ts";
import { MeasureFields } from "./MeasureFields.tsx";
import { measurePageText } from "./measure.text.ts";

/** A new measure, last in its plan; `?plan=…` chooses which. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url, actor } = representing(context, request);
	return reading(async (work) => {
		const choices = await measureChoices(work, language);
		if (!mayPlan(await mandateOf(work)) || choices.plans.length === 0) missing();
		const asked = url.searchParams.get("plan");
		const plan = choices.plans.find(({ value }) => value === asked) ?? choices.plans[0];
		const inPlan = (await listMeasures(work)).filter(({ planId }) => planId === plan?.value);
		const priority = Math.min(999, Math.max(0, ...inPlan.map((one) => one.priority)) + 1);
		return {
			...{ choices, back: asked === null ? "/competence/measures" : `/competence/plans/${plan?.value ?? ""}` },
			values: {
				...{ planId: plan?.value ?? "", priority, financing: "undecided", status: "proposed" },
				ownerName: actor.name,
			},
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(measureFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addMeasure(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/competence/plans/${parsed.values.planId}`, measurePageText[language].created);
}

export default function MeasureNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [measurePageText[language], measureText[language]];
	const { choices, values, back } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/competence/measures", label: words.title }]} />
			<TaskForm refused={actionData} values={values} labels={text.fields} say={saying(language, words.refusals)}>
				<MeasureFields {...choices} />
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
