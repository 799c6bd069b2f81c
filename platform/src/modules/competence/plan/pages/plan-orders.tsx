import { formatNumber, formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { orders } from "../../measure/codes.ts";
import type { Measure } from "../../measure/contract.ts";
import { measurePageText } from "../../measure/pages/measure.text.ts";
import { measureText } from "../../measure/text.ts";
import { listEducationOrders, listGrantNeeds, listSupervisorNeeds, openPlan } from "../../service.server.ts";
import type { Route } from "./+types/plan-orders";
import { planPageText } from "./plan.text.ts";

/** What a plan asks of others: education, supervisors and grants. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	return reading(async (work) => {
		const { plan } = (await openPlan(work, params.planId)) ?? missing();
		const shown = (measures: readonly Measure[]) =>
			measures
				.filter(({ planId }) => planId === plan.id)
				.map((one) => ({
					...{ id: one.id, title: one.title, unitName: one.unitName, persons: one.persons, cost: one.cost },
					...{ dueOn: one.dueOn, ownerName: one.ownerName },
					entry:
						one.entryName === null
							? ""
							: nameOfEntry(language, { name: one.entryName, nameNn: one.entryNameNn, nameEn: one.entryNameEn }),
				}));
		return {
			planId: plan.id,
			education: shown(await listEducationOrders(work)),
			supervisors: shown(await listSupervisorNeeds(work)),
			grants: shown(await listGrantNeeds(work)),
		};
	});
}

export default function PlanOrders({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = planPageText[language];
	const { columns, kroner } = measurePageText[language];
	const { wholeScope } = measureText[language];
	const number = (value: number | null) => (value === null ? "" : formatNumber(language, value));
	return (
		<>
			<p className="ds-paragraph quiet">{text.ordersLead}</p>
			{orders.map((list) => (
				<Section
					key={list}
					title={text[list]}
					lead={text.orderLeads[list]}
					actions={
						loaderData[list].length > 0 && (
							<a
								className="ds-link list-excel"
								href={`/competence/measures.xlsx?plan=${loaderData.planId}&order=${list}`}
								download
							>
								{uiText[language].excel}
							</a>
						)
					}
				>
					{loaderData[list].length === 0 ? (
						<p className="quiet">{text.noneOrdered}</p>
					) : (
						<Table
							caption={text[list]}
							hideCaption
							rows={loaderData[list]}
							rowKey={(row) => row.id}
							rowHref={(row) => `/competence/measures/${row.id}`}
							columns={[
								{ key: "title", label: columns.title, cell: (row) => row.title },
								{ key: "entry", label: columns.entry, cell: (row) => row.entry },
								{ key: "unit", label: columns.unit, cell: (row) => row.unitName ?? wholeScope },
								{ key: "persons", label: columns.persons, cell: (row) => number(row.persons), numeric: true },
								{
									...{ key: "cost", label: columns.cost, numeric: true },
									cell: (row) => (row.cost === null ? "" : `${number(row.cost)}\u00a0${kroner}`),
								},
								{
									...{ key: "due", label: columns.due },
									cell: (row) => (row.dueOn === null ? "" : formatShortDate(language, row.dueOn)),
								},
								{ key: "owner", label: columns.owner, cell: (row) => row.ownerName },
							]}
						/>
					)}
				</Section>
			))}
		</>
	);
}
