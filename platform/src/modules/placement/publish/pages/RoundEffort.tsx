import { formatNumber } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { perStudent } from "../effort.ts";
import type { Route } from "./+types/round-publish";
import { effortText } from "./effort.text.ts";

type Data = Route.ComponentProps["loaderData"];

/** What a round has taken of people, beside the usual way of doing it. */
export function RoundEffort({ loaderData: { effort, isDemo } }: { readonly loaderData: Data }) {
	const language = useLanguage();
	const text = effortText[language];
	const { here, own, spent, usual, placed, unasked, days } = effort;
	const each = (count: number) => {
		const found = perStudent(count, placed);
		return found === null ? "–" : formatNumber(language, found);
	};
	const all = (sum: { readonly messages: number; readonly touches: number }) =>
		formatNumber(language, sum.messages + sum.touches);
	const rows = [
		{ key: "here", who: text.here, ...here },
		{ key: "own", who: text.own, ...own },
		{ key: "usual", who: text.usual, ...usual },
	];
	return (
		<Section title={text.title} lead={text.lead(formatNumber(language, placed))}>
			<Table
				caption={`${text.title}: ${text.way}`}
				hideCaption
				rows={rows}
				rowKey={(row) => row.key}
				columns={[
					{ key: "who", label: text.way, cell: (row) => row.who },
					{
						key: "messages",
						label: text.messages,
						cell: (row) => text.of(each(row.messages), formatNumber(language, row.messages)),
						numeric: true,
					},
					{
						key: "touches",
						label: text.touches,
						cell: (row) => text.of(each(row.touches), formatNumber(language, row.touches)),
						numeric: true,
					},
				]}
			/>
			{days.value !== null && (
				<p>
					{text.days(
						formatNumber(language, Math.round((10 * days.value) / 24) / 10),
						formatNumber(language, days.denominator),
						formatNumber(language, days.population),
					)}
				</p>
			)}
			{here.organisations > 0 && (
				<p>
					{text.shared(
						formatNumber(language, here.organisations),
						formatNumber(language, Math.round(here.messages / here.organisations)),
						formatNumber(language, Math.round(here.touches / here.organisations)),
					)}{" "}
					{text.sources(all(spent.round), all(spent.capacity), all(spent.request))}
				</p>
			)}
			{unasked > 0 && <p>{text.unasked(formatNumber(language, unasked), formatNumber(language, placed))}</p>}
			<p className="quiet">{isDemo ? `${text.demo} ${text.assumptions}` : text.assumptions}</p>
		</Section>
	);
}
