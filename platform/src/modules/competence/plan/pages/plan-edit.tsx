import { changeOrRemove } from "../../../../forms/change-or-remove.server.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ChangeOrRemove } from "../../../../ui/ChangeOrRemove.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
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

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const text = planPageText[visit.language];
	return changeOrRemove(visit, request, {
		schema: planChange,
		change: (work, values) => changePlan(work, params.planId, values),
		remove: (work, version) => removePlan(work, params.planId, version),
		changed: () => ({ to: `/competence/plans/${params.planId}`, toast: text.changed }),
		removed: { to: "/competence/plans", toast: text.removed },
	});
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
			<ChangeOrRemove
				answer={actionData}
				values={plan}
				labels={text.fields}
				say={say}
				text={text}
				cancelTo={here}
				removable={removable}
			>
				<PlanFields sectors={sectors} />
			</ChangeOrRemove>
		</div>
	);
}
