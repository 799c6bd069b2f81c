import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { version } from "../../../organisation/contract.ts";
import { kronerOf, percentOf } from "../../amounts.ts";
import {
	acceptAward,
	declineAward,
	listMovedDates,
	mayMoveDates,
	measuresOf,
	noteCount,
	openAward,
	readAwardPage,
	removeAward,
} from "../../service.server.ts";
import { countFacts, declineFacts } from "../contract.ts";
import { standingOf } from "../ledger.ts";
import type { Route } from "./+types/award";
import { AnswerAward } from "./AnswerAward.tsx";
import { awardPageText } from "./award.text.ts";
import { Counts } from "./Counts.tsx";
import { datesText } from "./dates.text.ts";
import { ledgerText } from "./ledger.text.ts";
import { MovedDatesList } from "./MovedDatesList.tsx";
import { StandingTable } from "./StandingTable.tsx";

/** What an award says, how its money stands year by year, and what it rests on. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openAward(work, params.awardId)).done ?? missing();
		const { balances, documents, counts } = await readAwardPage(work, opened);
		const { award, lines, can } = opened;
		const moved = await listMovedDates(work, award);
		const years = [...new Set(balances.filter((one) => one.lineId !== null).map((one) => one.budgetYear))].sort();
		return {
			...{ award, lines, can, documents, counts, moved, mayMove: mayMoveDates(opened), today: work.today },
			// The giver reads what is spent in the report.
			years: can.keep ? years.map((year) => ({ year, ...standingOf(balances, { budgetYear: year }) })) : [],
			all: can.keep ? standingOf(balances) : null,
			measures: can.keep ? (await measuresOf(work, opened)).map(({ id, name }) => ({ id, name })) : [],
		};
	});
}

const accepting = z.object({ version });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { awardId } = params;
	const here = `/funding/awards/${awardId}`;
	const text = awardPageText[language];
	const form = await request.formData();
	const deed = form.get("deed");
	if (deed === "remove") {
		const outcome = await commanding((work) => removeAward(work, awardId));
		if (outcome.refused) missing();
		return redirectWithToast("/funding/awards", text.removed);
	}
	if (deed === "count") {
		const parsed = parseForm(countFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: "count" }, 422);
		const outcome = await commanding((work) => noteCount(work, awardId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "count" }, 422);
		return redirectWithToast(`${here}#counts`, text.counted);
	}
	if (deed === "decline") {
		const parsed = parseForm(declineFacts.extend({ version }), form);
		if (parsed.refusals) return data({ ...parsed, deed: "decline" }, 422);
		const outcome = await commanding((work) => declineAward(work, awardId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "decline" }, 422);
		return redirectWithToast(here, text.declined);
	}
	const parsed = parseForm(accepting, form);
	if (parsed.refusals) return data({ ...parsed, deed: "accept" }, 422);
	const outcome = await commanding((work) => acceptAward(work, awardId, parsed.values.version));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: "accept" }, 422);
	return redirectWithToast(here, text.accepted);
}

export default function AwardPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = awardPageText[language];
	const { award, can, years, all, measures, counts, today } = loaderData;
	return (
		<>
			{award.declinedBecause !== null && <Alert tone="warning">{text.declinedBecause(award.declinedBecause)}</Alert>}
			{can.answer && (
				<AnswerAward award={award} write={can.write} hasLines={loaderData.lines.length > 0} refused={actionData} />
			)}
			<Facts
				facts={[
					{ label: text.facts.from, value: award.issuerName },
					{
						label: text.facts.call,
						value:
							award.callId === null ? (
								""
							) : (
								<Link className="ds-link" to={`/funding/calls/${award.callId}`}>
									{award.callTitle}
								</Link>
							),
					},
					{ label: text.facts.scheme, value: award.schemeName },
					{ label: text.facts.spendBy, value: formatShortDate(language, award.spendBy) },
					{ label: text.facts.reportBy, value: formatShortDate(language, award.reportBy) },
					{
						label: text.facts.accepted,
						value:
							award.acceptedAt === null
								? ""
								: text.acceptedBy(formatShortDate(language, award.acceptedAt), award.acceptedBy ?? ""),
					},
					{ label: text.facts.dropped, value: text.ofPlace(percentOf(language, award.droppedShare)) },
					{
						label: text.facts.carryOver,
						value: [text.carryChoices[award.carries], award.carryOver].filter(Boolean).join(". "),
					},
				]}
			/>
			{loaderData.mayMove && (
				<p>
					<Link className="ds-link" to={`/funding/awards/${award.id}/dates`}>
						{datesText[language].move}
					</Link>
				</p>
			)}
			<MovedDatesList moved={loaderData.moved} />
			{award.conditions !== "" && (
				<Section title={text.facts.conditions}>
					<p className="ds-paragraph written">{award.conditions}</p>
				</Section>
			)}
			<LinesTable loaderData={loaderData} />
			{all && years.length > 0 && (
				<Section title={text.years} lead={text.yearsLead}>
					<StandingTable
						caption={text.years}
						first={ledgerText[language].year}
						rows={[
							...years.map((row) => ({ ...row, key: String(row.year), label: String(row.year) })),
							{ ...all, key: "all", label: text.all },
						]}
					/>
				</Section>
			)}
			{measures.length > 0 && (
				<Counts
					measures={measures}
					counts={counts}
					today={today}
					refused={actionData?.deed === "count" ? actionData : undefined}
				/>
			)}
			<Documents loaderData={loaderData} />
		</>
	);
}

type Loaded = { readonly loaderData: Route.ComponentProps["loaderData"] };

function LinesTable({ loaderData: { award, lines, can } }: Loaded) {
	const language = useLanguage();
	const text = awardPageText[language];
	const sum = (field: "applied" | "granted" | "own") => lines.reduce((total, line) => total + (line[field] ?? 0), 0);
	return (
		<Section
			title={text.linesTitle}
			actions={
				can.write && (
					<Link className="ds-link" to={`/funding/awards/${award.id}/lines`}>
						{text.writeLines}
					</Link>
				)
			}
		>
			{lines.length === 0 ? (
				<p className="ds-paragraph quiet">{text.noLines}</p>
			) : (
				<Table
					caption={text.linesTitle}
					hideCaption
					rows={[
						...lines.map((line) => ({ ...line, year: String(line.budgetYear) })),
						...(lines.length > 1
							? [
									{
										...{ id: "all", title: text.all, category: "", year: "", conditional: false, places: 0 },
										...{ applied: sum("applied") || null, granted: sum("granted"), own: sum("own") },
									},
								]
							: []),
					]}
					rowKey={({ id }) => id}
					columns={[
						{ key: "title", label: text.lines.title, cell: ({ title }) => title },
						{ key: "category", label: text.lines.category, cell: ({ category }) => category },
						{ key: "year", label: text.lines.budgetYear, cell: ({ year }) => year },
						{
							key: "conditional",
							label: text.lines.conditional,
							cell: ({ id, conditional, places }) =>
								id === "all" ? "" : conditional ? text.placesOf(formatNumber(language, places)) : text.no,
						},
						{
							key: "applied",
							label: text.lines.applied,
							numeric: true,
							cell: ({ applied }) => kronerOf(language, applied) || <NoValue />,
						},
						{
							key: "granted",
							label: text.lines.granted,
							numeric: true,
							cell: ({ granted }) => kronerOf(language, granted),
						},
						{ key: "own", label: text.lines.own, numeric: true, cell: ({ own }) => kronerOf(language, own) },
					]}
				/>
			)}
		</Section>
	);
}

function Documents({ loaderData: { award, documents, can } }: Loaded) {
	const language = useLanguage();
	const text = awardPageText[language];
	const here = `/funding/awards/${award.id}/documents`;
	return (
		<Section
			id="documents"
			title={text.documents}
			lead={text.documentsLead}
			actions={
				(can.keep || can.give || can.write) && (
					<Link className="ds-link" to={`${here}/new`}>
						{text.addDocument}
					</Link>
				)
			}
		>
			{documents.length === 0 ? (
				<p className="ds-paragraph quiet">{text.noDocuments}</p>
			) : (
				<Table
					caption={text.documents}
					hideCaption
					rows={documents}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "title",
							label: text.documentFields.title,
							cell: ({ id, title, name }) =>
								name === null ? (
									title
								) : (
									<a className="ds-link" href={`${here}/${id}`} download>
										{title}
									</a>
								),
						},
						{
							key: "reference",
							label: text.documentFields.reference,
							cell: ({ reference }) => reference || <NoValue />,
						},
						{
							key: "day",
							label: text.documentFields.datedOn,
							cell: ({ datedOn }) => formatShortDate(language, datedOn),
						},
					]}
				/>
			)}
		</Section>
	);
}
