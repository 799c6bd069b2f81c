import { formatNumber, type Language } from "../../../language.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { Table } from "../../../ui/Table.tsx";
import { professionName } from "../../organisation/text.ts";
import type { Commitment, Content } from "../contract.ts";
import { agreementText } from "../text.ts";
import { daysInWords } from "./words.ts";
import { writeText } from "./write.text.ts";

type Promised = Content["commitments"][number] | Commitment;

/** How many, of what, how often; a promise without a number says so. */
export function amountInWords(language: Language, one: Promised): string {
	const text = agreementText[language];
	const what = one.measure === "other" ? "" : ` ${text.measures[one.measure]}`;
	if (one.amount === null) return withoutNumber[language];
	return `${formatNumber(language, one.amount)}${what} ${text.per[one.per]}`;
}
const withoutNumber = { nb: "uten tall", nn: "utan tal", en: "without a number" } as const;

/** For whom and where a promise holds, where that is said. */
export function scopeInWords(language: Language, one: Promised): string {
	const year = { nb: "studieår", nn: "studieår", en: "year of study" }[language];
	return [
		one.profession === null ? "" : professionName(language, one.profession),
		one.yearOfStudy === null ? "" : `${year} ${one.yearOfStudy}`,
		one.unitName ?? "",
		daysInWords(language, one) ?? "",
	]
		.filter((word) => word !== "")
		.join(", ");
}

/** What is promised, by whom, how much. */
export function CommitmentTable(props: {
	readonly commitments: readonly Promised[];
	readonly parties: readonly { readonly id: string; readonly name: string }[];
	readonly href?: (commitmentId: string) => string;
}) {
	const language = useLanguage();
	const text = writeText[language];
	const { commitments, parties, href } = props;
	if (commitments.length === 0) return <p className="ds-paragraph quiet">{text.noCommitments}</p>;
	return (
		<Table
			caption={text.commitments}
			hideCaption
			rows={commitments}
			rowKey={({ id }) => id}
			{...(href ? { rowHref: ({ id }: Promised) => href(id) } : {})}
			columns={[
				{ key: "what", label: text.fields.what, cell: (one) => one.what },
				{
					key: "party",
					label: text.fields.partyId,
					cell: (one) => parties.find(({ id }) => id === one.partyId)?.name ?? "",
				},
				{ key: "amount", label: text.fields.amount, cell: (one) => amountInWords(language, one) },
				{ key: "scope", label: text.scope, cell: (one) => scopeInWords(language, one) },
			]}
		/>
	);
}
