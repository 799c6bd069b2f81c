import { formatDate, formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { representing } from "../../../../visit.server.ts";
import { inTimeShare } from "../rules.ts";
import { countAnswering } from "../service.server.ts";
import { enquiryText } from "../text.ts";
import type { Route } from "./+types/figures";
import { enquiriesText } from "./enquiries.text.ts";

/** How enquiries of the last year were answered, by who was to answer. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	const text = enquiriesText[language];
	return reading(async (work) => ({
		today: work.today,
		rows: (await countAnswering(work)).map((row) => ({
			...row,
			isOwn: row.receiverId === actor.organisationId,
			share: inTimeShare(row, { baseRule: text.base, source: text.source }, work.today),
		})),
	}));
}

export default function Figures({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = enquiriesText[language];
	const { rows, today } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.figures)}</title>
			<PageHeader
				title={text.figures}
				lead={text.figuresLead}
				trail={[{ to: "/arenas/enquiries", label: enquiryText[language].title }]}
			/>
			<Table
				caption={text.figures}
				hideCaption
				rows={rows}
				rowKey={(row) => row.receiverId}
				columns={[
					{ key: "who", label: text.who, cell: (row) => (row.isOwn ? `${row.name} (${text.ours})` : row.name) },
					{
						key: "share",
						label: text.share,
						numeric: true,
						cell: ({ share }) =>
							share.value === null ? "–" : text.of(number(share.numerator), number(share.denominator)),
					},
					{ key: "late", label: text.late, numeric: true, cell: (row) => number(row.late) },
					{ key: "open", label: text.open, numeric: true, cell: (row) => number(row.unanswered) },
					{ key: "refused", label: text.refused, numeric: true, cell: (row) => number(row.refused) },
					{ key: "waiting", label: text.waiting, numeric: true, cell: (row) => number(row.waiting) },
				]}
				empty={<EmptyState title={text.noFigures}>{text.noFiguresBody}</EmptyState>}
			/>
			{rows.length > 0 && (
				<p className="ds-paragraph quiet">
					{text.base} {text.source}. {text.asOf(formatDate(language, today))}
				</p>
			)}
		</div>
	);
}
