import { Outlet } from "react-router";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { openPlan } from "../../service.server.ts";
import { nextPlanSteps } from "../codes.ts";
import { isToReview } from "../rules.ts";
import { planText } from "../text.ts";
import { editionOf, scopeOf } from "../written.server.ts";
import type { Route } from "./+types/plan-frame";
import { PlanStands } from "./PlanStands.tsx";
import { planPageText } from "./plan.text.ts";

/** The frame round one plan: what it is, how it stands, and its parts. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openPlan(work, params.planId)) ?? missing();
		const { id, title, state, reviewOn, sector } = opened.plan;
		return {
			...{ id, title, state, reviewOn, toReview: isToReview(opened.plan, work.today) },
			...{ scope: (await scopeOf(work, sector))[language], edition: editionOf(language, opened) },
			can: { change: opened.mayChange, step: opened.mayChange && nextPlanSteps[state].length > 0 },
		};
	});
}

export default function PlanFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [planPageText[language], planText[language]];
	const { id, title, state, reviewOn, toReview, scope, edition, can } = loaderData;
	const here = `/competence/plans/${id}`;
	const review = reviewOn === null || state === "ended" ? "" : ` ${text.reviewOn(formatDate(language, reviewOn))}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={`${scope}. ${edition}.${review}`}
				tags={<PlanStands state={state} toReview={toReview} />}
				trail={[{ to: "/competence/plans", label: words.title }]}
				{...(can.step ? { action: { to: `${here}/next`, label: text.next } } : {})}
				secondary={
					<>
						<a className="ds-button" data-variant="secondary" href={`${here}.pdf`} download>
							{text.pdf}
						</a>
						{can.change && state !== "ended" && (
							<>
								<Link className="ds-button" data-variant="tertiary" to={`${here}/edit`}>
									{text.edit}
								</Link>
								<Link className="ds-button" data-variant="tertiary" to={`/hearings/new?kind=competence-plan&id=${id}`}>
									{text.hear}
								</Link>
							</>
						)}
					</>
				}
			/>
			<Tabs
				label={text.parts}
				tabs={[
					{ to: here, label: text.tabs.plan },
					{ to: `${here}/involvement`, label: text.tabs.involvement },
					{ to: `${here}/changes`, label: text.tabs.changes },
					{ to: `${here}/orders`, label: text.tabs.orders },
				]}
			/>
			<Outlet />
		</div>
	);
}
