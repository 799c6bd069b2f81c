import { formatDate, formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { readRoundHead } from "../service.server.ts";
import type { Route } from "./+types/plan-print";
import { planState, readPlanRows } from "./plan-rows.server.ts";
import { roundPagesText } from "./round.text.ts";
import { runPagesText } from "./run.text.ts";

/** More rows than anybody prints. */
const everything = 20_000;

/** The whole plan, or as the list was narrowed, on one page under the name of its round: to be printed. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const { round, today } = await reading(async (work) => ({
		round: ((await readRoundHead(work, params.roundId)) ?? missing()).round,
		today: work.today,
	}));
	const cut = { offset: 0, pageSize: everything, language };
	const { standing, rows } = await readPlanRows(reading, params.runId, planState(url), cut);
	if (standing.run.roundId !== round.id) missing();
	return { ...{ roundId: round.id, runId: standing.run.id }, name: round.name, run: standing.run.name, today, rows };
}

export default function PlanPrint({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { planColumns: columns, ...text } = runPagesText[language];
	const { roundId, runId, name, run, today, rows } = loaderData;
	const round = `/placement/rounds/${roundId}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				lead={text.printed(run, formatNumber(language, rows.length), formatDate(language, today))}
				trail={[
					{ to: "/placement/rounds", label: roundPagesText[language].title },
					{ to: round, label: name },
					{ to: `${round}/runs/${runId}/plan`, label: `${run}: ${text.plan}` },
				]}
			/>
			<Table
				caption={text.plan}
				hideCaption
				narrow="scroll"
				rows={rows}
				rowKey={(row) => row.claim}
				columns={[
					{
						key: "student",
						label: columns.student,
						cell: (row) => row.student ?? `${text.another}, ${row.institution}`,
					},
					{ key: "course", label: columns.course, cell: (row) => row.course },
					{
						key: "days",
						label: text.days,
						cell: (row) => `${formatShortDate(language, row.firstDay)}–${formatShortDate(language, row.lastDay)}`,
					},
					{ key: "site", label: columns.site, cell: (row) => row.site ?? text.noPlace },
					{ key: "host", label: text.host, cell: (row) => row.host ?? "" },
					{
						key: "rank",
						label: columns.rank,
						cell: (row) => (row.rank === null ? "" : formatNumber(language, row.rank)),
						numeric: true,
					},
					{
						key: "minutes",
						label: columns.minutes,
						cell: (row) => (row.minutes === null ? "" : formatNumber(language, row.minutes)),
						numeric: true,
					},
				]}
			/>
		</div>
	);
}
