import { formatShortDate } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import type { Yearly } from "../contract.ts";
import { nameOfMonth } from "../month.ts";
import { yearlyText } from "../text.ts";

/** When the parties are asked what an agreement has led to, who was asked last, and who has not answered. */
export function AskedParties({
	yearly: { asking, month, next, asked },
	nameOf,
	changeAt,
}: {
	readonly yearly: Yearly;
	/** What a party is called, by its id. */
	readonly nameOf: ReadonlyMap<string, string>;
	/** The page where it is changed; null where the reader may not. */
	readonly changeAt: string | null;
}) {
	const language = useLanguage();
	const text = yearlyText[language];
	const inMonth = (day: string) => `${nameOfMonth(language, Number(day.slice(5, 7)))} ${day.slice(0, 4)}`;
	const when = asking.asks ? [text.on(nameOfMonth(language, month)), ...(next ? [text.next(inMonth(next))] : [])] : [];
	const year = asked[0]?.year;
	return (
		<Section
			title={text.title}
			lead={asking.asks ? when.join(" ") : text.off}
			actions={
				changeAt !== null && (
					<Link className="ds-button" data-variant="secondary" data-size="sm" to={changeAt}>
						{text.change}
					</Link>
				)
			}
		>
			{year !== undefined && (
				<Table
					caption={text.caption(String(year))}
					rows={asked}
					rowKey={({ partyId }) => partyId}
					columns={[
						{ key: "party", label: text.columns.party, cell: ({ partyId }) => nameOf.get(partyId) ?? "" },
						{
							key: "asked",
							label: text.columns.asked,
							cell: ({ askedOn, way }) => `${formatShortDate(language, askedOn)}, ${text.ways[way]}`,
						},
						{
							key: "reminded",
							label: text.columns.reminded,
							cell: ({ remindedOn }) => (remindedOn ? formatShortDate(language, remindedOn) : text.notReminded),
						},
						{
							key: "answer",
							label: text.columns.answer,
							cell: ({ hasAnswered }) => (
								<Tag tone={hasAnswered ? "success" : "warning"}>{hasAnswered ? text.answered : text.missing}</Tag>
							),
						},
					]}
				/>
			)}
		</Section>
	);
}
