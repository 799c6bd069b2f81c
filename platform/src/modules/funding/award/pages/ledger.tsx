import { formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { mayReverse, openAward, readLedgerPage } from "../../service.server.ts";
import { amountsOf, cashOf, placesOf, standingOf } from "../ledger.ts";
import type { Route } from "./+types/ledger";
import { ledgerText } from "./ledger.text.ts";
import { StandingTable } from "./StandingTable.tsx";

/** The ledger of an award: how each line stands, what is paid, and every entry with its ground. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openAward(work, params.awardId)).done ?? missing();
		const { award, lines, can } = opened;
		if (!can.keep && !can.give) missing();
		const { entries, balances, documents } = await readLedgerPage(work, opened);
		const titles = new Map(lines.map(({ id, title }) => [id, title]));
		const letters = new Map(documents.map((one) => [one.id, one]));
		return {
			...{ id: award.id, keep: can.keep, cash: cashOf(balances) },
			standings: can.keep
				? placesOf(balances).map(({ lineId, budgetYear }) => ({
						...standingOf(balances, { lineId, budgetYear }),
						...{ key: `${lineId} ${budgetYear}`, label: `${titles.get(lineId) ?? ""}, ${budgetYear}` },
					}))
				: [],
			entries: entries.toReversed().map((entry) => ({
				...{ id: entry.id, kind: entry.kind, onDay: entry.onDay, text: entry.text, reference: entry.reference },
				...{ detail: entry.detail, by: entry.recordedBy, reversed: entry.reversedBy !== null },
				...{
					documentId: entry.documentId,
					document: letters.get(entry.documentId ?? "")?.title ?? null,
					...amountsOf(entry),
				},
				hasFile: (letters.get(entry.documentId ?? "")?.name ?? null) !== null,
				lines: [...new Set(entry.postings.flatMap((one) => titles.get(one.lineId ?? "") ?? []))].join(", "),
				mayReverse: mayReverse(opened, entry),
			})),
		};
	});
}

type Row = Route.ComponentProps["loaderData"]["entries"][number];

export default function Ledger({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = ledgerText[language];
	const { id, keep, cash, standings, entries } = loaderData;
	const here = `/funding/awards/${id}/ledger`;
	const add = { to: `${here}/new`, label: text.add };
	return (
		<>
			{standings.length > 0 && (
				<StandingTable caption={text.sheets.standing} first={text.columns.line} rows={standings} />
			)}
			<Section title={text.cash}>
				<Facts
					facts={[
						{ label: text.accounts.paid, value: kronerOf(language, cash.paid) },
						{ label: text.toCome, value: kronerOf(language, cash.toCome) },
						{ label: text.toRepay, value: kronerOf(language, cash.toRepay) },
					]}
				/>
			</Section>
			<Section
				title={text.entries}
				lead={keep ? text.entriesLead : text.entriesGiver}
				actions={
					<>
						<Link className="ds-button" data-variant="secondary" to={add.to}>
							{add.label}
						</Link>
						{keep && (
							<Link className="ds-button" data-variant="tertiary" to="/import/grant-costs">
								{text.bring}
							</Link>
						)}
						{keep && (
							<a className="ds-link list-excel" href={`${here}.xlsx`} download>
								{text.excel}
							</a>
						)}
					</>
				}
			>
				<Table
					caption={text.entries}
					hideCaption
					rows={entries}
					rowKey={(row) => row.id}
					empty={<EmptyState title={text.noEntries} />}
					columns={[
						{
							key: "kind",
							label: text.columns.kind,
							cell: (row) => (
								<>
									{text.kinds[row.kind]}
									{row.text !== "" && row.kind !== "grant" && <span className="quiet">: {row.text}</span>}{" "}
									{row.reversed && <Status>{text.kinds.reverse}</Status>}
								</>
							),
						},
						{ key: "day", label: text.columns.day, cell: ({ onDay }) => formatShortDate(language, onDay) },
						{ key: "line", label: text.columns.line, cell: ({ lines }) => lines || <NoValue /> },
						{
							key: "amount",
							label: text.columns.amount,
							numeric: true,
							cell: ({ amount }) => formatNumber(language, amount),
						},
						{
							key: "own",
							label: text.columns.own,
							numeric: true,
							cell: ({ own }) => (own === 0 ? <NoValue /> : formatNumber(language, own)),
						},
						{ key: "source", label: text.columns.source, cell: (row) => sourceOf(language, id, row) },
						{ key: "by", label: text.columns.by, cell: ({ by }) => by || <NoValue /> },
						{
							key: "deed",
							label: text.reverse,
							cell: (row) =>
								row.mayReverse ? (
									<Link className="ds-link" to={`${here}/${row.id}/reverse`}>
										{text.reverse}
										<span className="visually-hidden">
											: {text.kinds[row.kind]} {row.text}
										</span>
									</Link>
								) : (
									<NoValue />
								),
						},
					]}
				/>
			</Section>
		</>
	);
}

/** What an entry rests on: a number, a document, or the numbers an admission was reckoned from. */
function sourceOf(language: Language, awardId: string, { reference, detail, document, documentId, hasFile }: Row) {
	const rule = detail.rule;
	return (
		<>
			{reference !== "" && <span>{reference}</span>}
			{document !== null && !hasFile && ` ${document}`}
			{document !== null && hasFile && (
				<>
					{" "}
					<a className="ds-link" href={`/funding/awards/${awardId}/documents/${documentId}`} download>
						{document}
					</a>
				</>
			)}
			{typeof rule === "string" && rule !== "" && <span className="quiet"> {rule}</span>}
			{"places" in detail && <span className="quiet"> {countsOf(language, detail)}</span>}
			{reference === "" && document === null && !("places" in detail) && <NoValue />}
		</>
	);
}

function countsOf(language: Language, detail: Row["detail"]): string {
	const number = (name: string) => formatNumber(language, Number(detail[name] ?? 0));
	return ledgerText[language].counted({
		...{ places: number("places"), begun: number("begun"), completed: number("completed"), waiting: number("waiting") },
		...{ dropped: number("dropped"), never: number("never"), open: number("open") },
	});
}
