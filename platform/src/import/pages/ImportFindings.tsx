import { formatNumber } from "../../language.ts";
import { useLanguage } from "../../ui/language.tsx";
import { Table } from "../../ui/Table.tsx";
import { importPagesText } from "./import.text.ts";

/** What was found in a file: where, what it is, and what to do about it. */
export function ImportFindings({
	caption,
	findings,
	count,
}: {
	readonly caption: string;
	readonly findings: readonly { readonly place: string; readonly problem: string; readonly remedy: string }[];
	/** How many there are in all; only the first are kept. */
	readonly count: number;
}) {
	const language = useLanguage();
	const text = importPagesText[language];
	return (
		<>
			{count > findings.length && (
				<p className="ds-paragraph quiet">
					{text.firstOnly(formatNumber(language, findings.length), formatNumber(language, count))}
				</p>
			)}
			<Table
				caption={caption}
				hideCaption
				rows={findings.map((finding, index) => ({ ...finding, index }))}
				rowKey={(finding) => String(finding.index)}
				columns={[
					{ key: "place", label: text.place, cell: (finding) => finding.place || text.wholeFile },
					{ key: "problem", label: text.problem, cell: (finding) => finding.problem },
					{ key: "remedy", label: text.remedy, cell: (finding) => finding.remedy },
				]}
			/>
		</>
	);
}
