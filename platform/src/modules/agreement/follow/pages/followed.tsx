import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { agreementText } from "../../text.ts";
import { nameOfTheme } from "../../words.ts";
import type { Followed, FollowedSpan } from "../contract.ts";
import { followAgreement, removeDelivery } from "../service.server.ts";
import { statisticsOf } from "../statistic.ts";
import { followText } from "../text.ts";
import type { Route } from "./+types/followed";
import { FollowingOf } from "./FollowingOf.tsx";
import "./follow.css";
import { SpanItems } from "./SpanItems.tsx";
import { narrowedInWords, percent, spanInWords } from "./words.ts";

/** What has come of each promise of one agreement, year by year. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { opened, rows } = (await followAgreement(work, params.agreementId)) ?? missing();
		const { id: agreementId, title, state } = opened.agreement;
		return { agreementId, title, rows, isSigned: state === "signed", today: work.today };
	});
}

const removing = z.object({ deliveryId: id });

/** Takes back what was written down. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(removing, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals }, 422);
	const outcome = await commanding((work) => removeDelivery(work, params.agreementId, parsed.values.deliveryId));
	if (outcome.refused) return data({ refusals: outcome.refused }, 422);
	return redirectWithToast(`/agreements/${params.agreementId}/delivered`, followText[language].removed);
}

export default function FollowedAgreement({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = followText[language];
	const { agreementId, title, rows, isSigned, today } = loaderData;
	const refusals = { ...agreementRefusalText[language].refusals, "outside-period": text.outsidePeriod };
	return (
		<>
			<title>{houseText[language].pageTitle(`${text.title}: ${title}`)}</title>
			<p className="ds-paragraph">{text.agreementLead}</p>
			{actionData && <Alert tone="danger">{actionData.refusals.map(saying(language, refusals)).join(" ")}</Alert>}
			{!isSigned && <Alert tone="info">{text.notSigned}</Alert>}
			{rows.length === 0 && <EmptyState title={text.noneTitle}>{text.noneBody}</EmptyState>}
			{rows.map((row) => (
				<OneCommitment key={row.commitmentId} {...{ row, agreementId, isSigned, today }} />
			))}
		</>
	);
}

/** The promise of a year, and what of it falls in the part of the year the agreement holds. */
function Promised({ span: { promised, owed } }: { readonly span: FollowedSpan }) {
	const language = useLanguage();
	if (promised === null) return <NoValue />;
	return (
		<>
			{formatNumber(language, promised)}
			{owed !== null && owed !== promised && (
				<span className="quiet list-under">{followText[language].owed(formatNumber(language, owed))}</span>
			)}
		</>
	);
}

function OneCommitment({
	row,
	agreementId,
	isSigned,
	today,
}: {
	readonly row: Followed;
	readonly agreementId: string;
	readonly isSigned: boolean;
	readonly today: string;
}) {
	const language = useLanguage();
	const text = followText[language];
	const { columns } = text;
	const words = agreementText[language];
	const [newest] = row.spans;
	const narrowed = narrowedInWords(language, row);
	const lead = [
		nameOfTheme(language, row.theme, row.themeName),
		text.by(row.deliveredByName),
		...(narrowed === null ? [] : [narrowed]),
		...(newest?.following === "slipping" && newest.dueByNow !== null
			? [text.dueByNow(`${formatNumber(language, newest.dueByNow)} ${words.measures[row.measure]}`)]
			: []),
		...(newest?.following === "unknown" ? [text.nobody] : []),
	];
	return (
		<Section
			title={row.what}
			lead={lead.map((one) => (one.endsWith(".") ? one : `${one}.`)).join(" ")}
			actions={
				isSigned && (
					<Link
						className="ds-button"
						data-variant="secondary"
						data-size="sm"
						to={`/agreements/${agreementId}/delivered/${row.commitmentId}/new`}
						aria-label={`${text.add}: ${row.what}`}
					>
						{text.add}
					</Link>
				)
			}
		>
			<Table
				caption={`${row.what}, ${words.measures[row.measure]}`}
				hideCaption
				rows={row.spans}
				rowKey={(span) => span.from}
				columns={[
					{ key: "span", label: columns.span, cell: (span) => spanInWords(language, span) },
					{
						key: "promised",
						label: columns.promised,
						cell: (span) => <Promised span={span} />,
						numeric: true,
					},
					{
						key: "delivered",
						label: columns.delivered,
						cell: (span) => (span.delivered === null ? <NoValue /> : formatNumber(language, span.delivered)),
						numeric: true,
					},
					{
						key: "share",
						label: columns.share,
						cell: (span) => {
							const value = statisticsOf(language, row, span, today).kept?.value ?? null;
							return value === null ? <NoValue /> : percent(language, value);
						},
						numeric: true,
					},
					{ key: "state", label: columns.state, cell: (span) => <FollowingOf following={span.following} /> },
				]}
			/>
			{row.spans.map((span) => (
				<SpanItems key={span.from} row={row} span={span} today={today} />
			))}
		</Section>
	);
}
