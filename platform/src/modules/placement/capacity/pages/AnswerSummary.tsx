import { formatDate, formatNumber } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import type { CapacityView } from "../contract.ts";
import { answerText } from "./answer.text.ts";
import { pagesText } from "./capacity.text.ts";
import { StateOf } from "./StateOf.tsx";
import { daysWord, professionWord, yearsWord } from "./words.ts";

/** What was said of a site: places, and how far the answer has come. */
export function AnswerSummary({ capacity }: { readonly capacity: CapacityView }) {
	const language = useLanguage();
	const text = pagesText[language];
	const answerWords = answerText[language];
	const { columns } = text;
	const { answerFields: fields } = answerWords;
	return (
		<Section title={answerWords.youSaid}>
			<Facts
				facts={[
					{ label: answerWords.takes, value: capacity.state === "none" ? answerWords.no : answerWords.yes },
					{ label: columns.state, value: <StateOf state={capacity.state} /> },
					...(capacity.mostAtOnce === null
						? []
						: [{ label: fields.mostAtOnce, value: formatNumber(language, capacity.mostAtOnce) }]),
					...(capacity.supervisors === null
						? []
						: [{ label: fields.supervisors, value: formatNumber(language, capacity.supervisors) }]),
					...(capacity.note === null ? [] : [{ label: fields.note, value: capacity.note }]),
					...(capacity.answeredAt === null
						? []
						: [
								{
									label: columns.answered,
									value: [capacity.answeredBy, formatDate(language, capacity.answeredAt)].filter(Boolean).join(", "),
								},
							]),
				]}
			/>
			{capacity.offers.length > 0 && <OffersTable offers={capacity.offers} />}
		</Section>
	);
}

type ShownOffer = Omit<CapacityView["offers"][number], "id" | "reservedForName"> & {
	readonly id: string | null;
	readonly reservedForName?: string | null;
};

/** Places, a line for each profession, years and days. */
export function OffersTable({ offers }: { readonly offers: readonly ShownOffer[] }) {
	const language = useLanguage();
	const { columns } = pagesText[language];
	return (
		<Table
			caption={columns.places}
			hideCaption
			rows={offers}
			rowKey={(offer) => offer.id ?? `${offer.profession} ${offer.firstDay}`}
			columns={[
				{ key: "profession", label: columns.profession, cell: (offer) => professionWord(language, offer.profession) },
				{ key: "years", label: columns.years, cell: (offer) => yearsWord(language, offer.years) },
				{ key: "days", label: columns.days, cell: (offer) => daysWord(language, offer) },
				{ key: "places", label: columns.places, cell: (offer) => formatNumber(language, offer.places), numeric: true },
				{ key: "together", label: columns.together, cell: (offer) => offer.leastTogether ?? "", numeric: true },
				{ key: "reserved", label: columns.reserved, cell: (offer) => offer.reservedForName ?? "" },
			]}
		/>
	);
}
