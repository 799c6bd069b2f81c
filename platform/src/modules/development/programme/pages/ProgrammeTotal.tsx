import { formatNumber } from "../../../../language.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Table } from "../../../../ui/Table.tsx";
import type { Outside } from "../codes.ts";
import type { Measure } from "../contract.ts";
import { programmeText } from "../text.ts";
import { resultsText } from "./results.text.ts";

/** What is measured in per cent changes by percentage points. */
const isShare = ({ measuredIn }: Measure) => ["prosent", "%", "per cent", "percent"].includes(measuredIn.toLowerCase());

/** One total: before, after, how many of the projects are in it, and those that are not. */
export function ProgrammeTotal({
	total: { measure, before, after, change, inside, outside },
	projects,
}: {
	readonly total: {
		readonly measure: Measure;
		readonly before: number | null;
		readonly after: number | null;
		readonly change: number | null;
		readonly inside: number;
		readonly outside: readonly {
			readonly id: string;
			readonly why: Outside;
			readonly title: string | null;
			readonly municipality: string | null;
		}[];
	};
	/** All projects of the programme. */
	readonly projects: number;
}) {
	const language = useLanguage();
	const [text, words] = [resultsText[language], programmeText[language]];
	const { columns } = text;
	const number = (value: number) => formatNumber(language, value);
	const value = (one: number | null) => (one === null ? null : `${number(one)} ${measure.measuredIn}`);
	const way = words.adds[measure.adds];
	return (
		<>
			<Facts
				facts={[
					{
						...{ label: columns.indicator, value: text.measure(measure.indicator, measure.number) },
						source: measure.definition,
					},
					...(inside === 0
						? [{ label: text.change, value: text.noneInside }]
						: [
								{ label: text.before, value: value(before), source: way },
								{ label: text.after, value: value(after), source: way },
								{
									label: text.change,
									value: change !== null && `${number(change)} ${isShare(measure) ? text.points : measure.measuredIn}`,
								},
							]),
					{
						label: text.share,
						value: text.of(number(inside), number(projects), number(Math.round((100 * inside) / projects))),
					},
				]}
			/>
			{outside.length === 0 ? (
				<p className="quiet">{text.everybody}</p>
			) : (
				<Details summary={text.outside(number(outside.length))} open>
					<Table
						caption={text.outsideCaption}
						hideCaption
						rows={outside}
						rowKey={(row) => row.id}
						columns={[
							{ key: "project", label: columns.project, cell: (row) => row.title ?? text.another },
							{ key: "municipality", label: columns.municipality, cell: (row) => row.municipality },
							{ key: "why", label: columns.why, cell: (row) => words.outsides[row.why] },
						]}
					/>
				</Details>
			)}
		</>
	);
}
