import { formatNumber, formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { kronerOf } from "../../amounts.ts";
import { ledgerText } from "../../award/pages/ledger.text.ts";
import type { Carried } from "../contract.ts";
import { reportText } from "../text.ts";
import { recordText } from "./record.text.ts";

/** What became of earlier awards, by their reports, with what who received them says of it. */
export function TrackRecord({ carried, isOwn }: { readonly carried: readonly Carried[]; readonly isOwn: boolean }) {
	const language = useLanguage();
	const text = recordText[language];
	const { accounts } = ledgerText[language];
	if (carried.length === 0) return null;
	const kroner = (key: "granted" | "spent" | "lost" | "returned") => ({
		...{ key, label: accounts[key], numeric: true },
		cell: (one: Carried) => kronerOf(language, one[key]),
	});
	return (
		<Section title={isOwn ? text.own : text.theirs} lead={isOwn ? text.ownLead : text.theirsLead} id="record">
			<Table
				caption={isOwn ? text.own : text.theirs}
				hideCaption
				rows={carried}
				rowKey={({ awardId }) => awardId}
				rowHref={({ awardId }) => `/funding/awards/${awardId}/report`}
				columns={[
					{ key: "award", label: reportText[language].columns.award, cell: ({ title }) => title },
					...(isOwn ? [{ key: "issuer", label: text.from, cell: ({ issuerName }: Carried) => issuerName }] : []),
					{ key: "asOf", label: text.asOf, cell: ({ asOf }) => formatShortDate(language, asOf) },
					kroner("granted"),
					kroner("spent"),
					kroner("lost"),
					kroner("returned"),
					{
						key: "people",
						label: reportText[language].people,
						cell: ({ begun, completed, dropped }) =>
							begun === 0 ? (
								<NoValue />
							) : (
								reportText[language].peopleOf(
									formatNumber(language, begun),
									formatNumber(language, completed),
									formatNumber(language, dropped),
								)
							),
					},
					{ key: "comment", label: text.comment, cell: ({ comment }) => comment || <NoValue /> },
				]}
			/>
		</Section>
	);
}
