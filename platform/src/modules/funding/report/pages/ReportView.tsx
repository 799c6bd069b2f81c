import { formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { kronerOf } from "../../amounts.ts";
import { ledgerText } from "../../award/pages/ledger.text.ts";
import { preparedFacts } from "../../codes.ts";
import { fundingText } from "../../text.ts";
import type { ReportContent, ReportField } from "../contract.ts";
import { reportText } from "../text.ts";

/** A report as it stands: what is fetched with where it comes from, its lines, and what was not asked for then. */
export function ReportView({ content, all }: { readonly content: ReportContent; readonly all: boolean }) {
	const language = useLanguage();
	const text = reportText[language];
	const fields = content.fields.filter(({ source }) => all || source !== "typed");
	const { typed, all: facts } = content.facts;
	return (
		<>
			<Section title={text.facts} lead={text.factsLead}>
				<p className="ds-paragraph quiet">
					{text.asOf(formatShortDate(language, content.asOf))}{" "}
					{content.callNumber === null ? text.noCall : text.version(formatNumber(language, content.callNumber))}{" "}
					{text.share(formatNumber(language, typed), formatNumber(language, facts))}
				</p>
				<Table
					caption={text.facts}
					hideCaption
					rows={fields}
					rowKey={({ id }) => id}
					columns={[
						{ key: "field", label: text.field, cell: ({ label }) => label[language] },
						{ key: "value", label: text.value, cell: (field) => answerOf(language, field) || <NoValue /> },
						{ key: "source", label: text.source, cell: ({ source }) => sourceOf(language, source) },
					]}
				/>
				<Counted content={content} />
			</Section>
			<ReportLines content={content} />
			{content.notAsked.length > 0 && (
				<Section title={text.notAsked} lead={text.notAskedLead}>
					<ul className="ds-list">
						{content.notAsked.map((label) => (
							<li key={label.nb}>{label[language]}</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}

/** How many are in education on both bases, where no question of the report asks for them. */
function Counted({ content: { fields, financed, everyone } }: { readonly content: ReportContent }) {
	const language = useLanguage();
	const text = reportText[language];
	const asked = new Set(fields.map(({ source }) => source));
	const facts = [
		{ source: "fact study-underway-financed", label: text.financed, value: formatNumber(language, financed) },
		{ source: "fact study-underway-all", label: text.everyone, value: formatNumber(language, everyone) },
	].filter(({ source }) => !asked.has(source));
	return facts.length > 0 && <Facts facts={facts} />;
}

function ReportLines({ content: { lines } }: { readonly content: ReportContent }) {
	const language = useLanguage();
	const text = reportText[language];
	const { accounts } = ledgerText[language];
	const columns = ["granted", "lost", "spent", "carried", "returned", "left"] as const;
	return (
		<Section title={text.lines}>
			<Table
				caption={text.lines}
				hideCaption
				rows={lines}
				rowKey={({ title, budgetYear }) => `${title} ${budgetYear}`}
				columns={[
					{ key: "line", label: text.line, cell: ({ title, budgetYear }) => `${title}, ${budgetYear}` },
					{
						...{ key: "applied", label: text.applied, numeric: true },
						cell: ({ applied }) => (applied === null ? <NoValue /> : kronerOf(language, applied)),
					},
					...columns.map((key) => ({
						...{ key, label: accounts[key], numeric: true },
						cell: (line: ReportContent["lines"][number]) => kronerOf(language, line[key]),
					})),
				]}
			/>
			<Table
				caption={text.deviations}
				rows={lines}
				rowKey={({ title, budgetYear }) => `${title} ${budgetYear}`}
				columns={[
					{ key: "line", label: text.line, cell: ({ title, budgetYear }) => `${title}, ${budgetYear}` },
					{
						...{ key: "deviation", label: text.deviation, numeric: true },
						cell: ({ deviation }) => kronerOf(language, deviation),
					},
					{ key: "own", label: text.own, numeric: true, cell: ({ own }) => kronerOf(language, own) },
					{
						...{ key: "ownSpent", label: accounts["own-spent"], numeric: true },
						cell: ({ ownSpent }) => kronerOf(language, ownSpent),
					},
					{
						key: "people",
						label: text.people,
						cell: ({ places, begun, completed, dropped }) =>
							places === 0 ? (
								<NoValue />
							) : (
								text.peopleOf(
									formatNumber(language, begun),
									formatNumber(language, completed),
									formatNumber(language, dropped),
								)
							),
					},
				]}
			/>
		</Section>
	);
}

/** An answer as it is read. */
function answerOf(language: Language, { kind, value, choices, source }: ReportField): string {
	if (source === "not-asked") return reportText[language].notAskedSource;
	if (value === null) return "";
	if (typeof value === "number") return kind === "money" ? kronerOf(language, value) : formatNumber(language, value);
	return choices.find((one) => one.value === value)?.label[language] ?? value;
}

/** Where an answer comes from, in words. */
function sourceOf(language: Language, source: string): string {
	const text = reportText[language];
	const fact = preparedFacts.find((one) => source === `fact ${one}`);
	if (fact) return fundingText[language].facts[fact];
	if (source.startsWith("measure ")) return text.measure;
	if (source.startsWith("application ")) return text.application;
	return source === "not-asked" ? text.notAskedSource : text.typed;
}
