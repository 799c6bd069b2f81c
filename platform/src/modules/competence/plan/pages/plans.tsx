import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf, readVocabulary } from "../../../organisation/service.server.ts";
import { mayPlan, mayReadAll } from "../../rules.ts";
import { listPlans } from "../../service.server.ts";
import { isToReview } from "../rules.ts";
import { planText } from "../text.ts";
import type { Route } from "./+types/plans";
import { PlanStands } from "./PlanStands.tsx";
import { planPageText } from "./plan.text.ts";

/** The plans of the organisation acted for. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		if (!mayReadAll(asker)) missing();
		const { sectors } = await readVocabulary(work);
		return {
			rows: (await listPlans(work)).map((plan) => ({
				...{ id: plan.id, title: plan.title, firstDay: plan.firstDay, lastDay: plan.lastDay, state: plan.state },
				...{ reviewOn: plan.reviewOn, toReview: isToReview(plan, work.today), cost: plan.cost, open: plan.open },
				...{ measures: plan.measures },
				scope: sectors.find(({ code }) => code === plan.sector)?.name[language] ?? planText[language].whole,
			})),
			can: { plan: mayPlan(asker) },
		};
	});
}

export default function Plans({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [planPageText[language], planText[language]];
	const { rows, can } = loaderData;
	const { columns } = text;
	const number = (value: number) => formatNumber(language, value);
	const day = (value: string) => formatShortDate(language, value);
	const action = can.plan ? { action: { to: "/competence/plans/new", label: text.add } } : {};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader title={words.title} lead={text.lead} {...action} />
			<Table
				caption={words.title}
				hideCaption
				rows={rows}
				rowKey={(row) => row.id}
				rowHref={(row) => `/competence/plans/${row.id}`}
				columns={[
					{ key: "title", label: columns.title, cell: (row) => row.title },
					{ key: "scope", label: columns.scope, cell: (row) => row.scope },
					{ key: "period", label: columns.period, cell: (row) => `${day(row.firstDay)}–${day(row.lastDay)}` },
					{
						...{ key: "state", label: columns.state },
						cell: (row) => <PlanStands state={row.state} toReview={row.toReview} />,
					},
					{
						...{ key: "review", label: columns.review },
						cell: (row) => (row.reviewOn === null ? "" : day(row.reviewOn)),
					},
					{
						...{ key: "measures", label: columns.measures, numeric: true },
						cell: (row) => text.openOf(number(row.open), number(row.measures)),
					},
					{
						...{ key: "cost", label: columns.cost, numeric: true },
						cell: (row) => (row.cost === 0 ? "" : `${number(row.cost)}\u00a0${text.kroner}`),
					},
				]}
				empty={
					<EmptyState title={text.emptyTitle} {...action}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
