import { formatNumber } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { wordFor } from "../../../organisation/text.ts";
import { percent } from "../../follow/pages/words.ts";
import { type CoverageCut, coverageCuts } from "../codes.ts";
import type { CoverageClass } from "../contract.ts";
import { coveredShare } from "../statistic.ts";
import { coverageText } from "../text.ts";

/** How many municipalities have an agreement, by size, by centrality, by distance to the nearest campus, and by sector. */
export function CoverageCuts({
	cuts,
	sectors,
	today,
}: {
	readonly cuts: Readonly<Record<CoverageCut, readonly CoverageClass[]>>;
	/** What the sectors are called. */
	readonly sectors: Readonly<Record<string, string>>;
	readonly today: string;
}) {
	const language = useLanguage();
	const text = coverageText[language];
	const { columns } = text;
	const number = (value: number) => formatNumber(language, value);
	const nameOf = (cut: CoverageCut, code: string | null) => {
		if (code === null) return cut === "sector" ? text.classes.unsaid : text.classes.unknown;
		if (cut === "sector") return sectors[code] ?? code;
		return cut === "centrality" ? text.centralityClass(code) : wordFor(text.classes, code);
	};
	return (
		<Section title={text.cutTitle} lead={text.estimate}>
			<div className="coverage-cuts">
				{coverageCuts.map((cut) => (
					<Table
						key={cut}
						caption={text.cuts[cut]}
						rows={cuts[cut]}
						rowKey={({ code }) => code ?? "unknown"}
						columns={[
							{ key: "class", label: columns.class, cell: ({ code }) => nameOf(cut, code) },
							{
								key: "covered",
								label: columns.covered,
								cell: (row) => `${number(row.covered)} / ${number(row.municipalities)}`,
								numeric: true,
							},
							{
								key: "share",
								label: columns.share,
								cell: (row) => {
									const { value } = coveredShare(language, row.covered, row.municipalities, today);
									return value === null ? <NoValue /> : percent(language, value);
								},
								numeric: true,
							},
							{
								key: "followedUp",
								label: columns.followedUp,
								cell: (row) => number(row.followedUp),
								numeric: true,
							},
						]}
					/>
				))}
			</div>
		</Section>
	);
}
