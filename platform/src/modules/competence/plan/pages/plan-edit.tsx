import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { changePlan, openPlan, removePlan } from "../../service.server.ts";
import { planChange } from "../contract.ts";
import { planText } from "../text.ts";
import type { Route } from "./+types/plan-edit";
import { sectorChoices } from "./choices.server.ts";
import { PlanFields } from "./PlanFields.tsx";
import { planPageText } from "./plan.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openPlan(work, params.planId);
		if (!opened?.mayChange) missing();
		const removable = opened.versions.length === 0 && opened.measures.length === 0;
		return { plan: opened.plan, sectors: await sectorChoices(work, language), removable };
	});
}

const deed = z.object({ do: z.enum(["change", "remove"]), version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = planPageText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "change" }, 422);
	if (asked.values.do === "remove") {
		const outcome = await commanding((work) => removePlan(work, params.planId, asked.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: "remove" }, 422);
		return redirectWithToast("/competence/plans", text.removed);
	}
	const parsed = parseForm(planChange, form);
	if (parsed.refusals) return data({ ...parsed, deed: "change" }, 422);
	const outcome = await commanding((work) => changePlan(work, params.planId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given, deed: "change" }, 422);
	}
	return redirectWithToast(`/competence/plans/${params.planId}`, text.changed);
}

/** What a plan says of itself, to be changed; or all of it taken away, before it has been adopted. */
export default function PlanEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [planPageText[language], planText[language]];
	const { plan, sectors, removable } = loaderData;
	const say = saying(language, words.refusals);
	const here = `/competence/plans/${plan.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.editTitle)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/competence/plans", label: words.title },
					{ to: here, label: plan.title },
				]}
			/>
			<TaskForm
				refused={actionData?.deed === "change" ? actionData : undefined}
				values={plan}
				labels={text.fields}
				say={say}
			>
				<input type="hidden" name="version" value={plan.version} />
				<PlanFields sectors={sectors} />
				<div className="task-buttons">
					<SubmitButton name="do" value="change">
						{text.save}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
			{removable && (
				<Details summary={text.remove} open={actionData?.deed === "remove"}>
					<TaskForm refused={actionData?.deed === "remove" ? actionData : undefined} prefix="remove" say={say}>
						<p>{text.removeBody}</p>
						<input type="hidden" name="version" value={plan.version} />
						<SubmitButton name="do" value="remove" color="danger">
							{text.remove}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</div>
	);
}
