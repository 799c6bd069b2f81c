import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { InvolvementView } from "../../../../involvement/InvolvementView.tsx";
import { involvedRoles, phases } from "../../../../involvement/rules.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { involveInPlan, openPlan, readPlanInvolvement } from "../../service.server.ts";
import { planText } from "../text.ts";
import type { Route } from "./+types/plan-involvement";
import { planPageText } from "./plan.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { plan, mayChange } = (await openPlan(work, params.planId)) ?? missing();
		const settled = plan.state !== "draft" && plan.state !== "heard";
		return { ...(await readPlanInvolvement(work, plan.id)), settled, mayChange, today: work.today };
	});
}

const form = z.object({
	role: z.enum(involvedRoles),
	phase: z.enum(phases),
	on: z.iso.date(),
	note: z.string().trim().max(500).default(""),
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(form, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => involveInPlan(work, params.planId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/competence/plans/${params.planId}/involvement`, planPageText[language].involved);
}

/** Who took part in the plan, and who came late or not at all. */
export default function PlanInvolvement({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	return (
		<InvolvementView
			{...loaderData}
			refused={actionData}
			say={saying(language, planText[language].refusals)}
			text={planPageText[language]}
		/>
	);
}
