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
import { openPlan, takePlanStep } from "../../service.server.ts";
import { nextPlanSteps } from "../codes.ts";
import { planStepFacts } from "../contract.ts";
import { planText } from "../text.ts";
import type { Route } from "./+types/plan-next";
import { planPageText } from "./plan.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openPlan(work, params.planId);
		if (!opened?.mayChange) missing();
		const { id, title, state, version } = opened.plan;
		const next = nextPlanSteps[state];
		return next.length === 0 ? missing() : { id, title, version, next, today: work.today };
	});
}

const stepForm = planStepFacts.extend({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(stepForm, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => takePlanStep(work, params.planId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const { step } = parsed.values;
	return redirectWithToast(
		`/competence/plans/${params.planId}`,
		planPageText[language].recorded(planText[language].steps[step]),
	);
}

/** Notes what has become of a plan: heard, adopted, taken up again. */
export default function PlanNext({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [planPageText[language], planText[language]];
	const { id, title, version, next, today } = loaderData;
	const here = `/competence/plans/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.next)}</title>
			<PageHeader
				title={text.next}
				lead={text.nextLead}
				trail={[
					{ to: "/competence/plans", label: words.title },
					{ to: here, label: title },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={{ onDay: today }}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<input type="hidden" name="version" value={version} />
				<Field
					name="step"
					kind="radio"
					required
					hint={next.includes("heard") ? text.hints.heard : undefined}
					choices={next.map((one) => ({ value: one, label: words.steps[one] }))}
				/>
				<Field name="onDay" kind="date" max={today} required />
				{next.includes("adopted") && (
					<Field name="decision" maxLength={100} required="sometimes" autoComplete="off" hint={text.hints.decision} />
				)}
				<Field name="note" kind="textarea" rows={3} maxLength={1000} />
				<div className="task-buttons">
					<SubmitButton>{text.record}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
