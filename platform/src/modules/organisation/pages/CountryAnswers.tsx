import { formatNumber, type Language } from "../../../language.ts";
import type { Choice } from "../../../ui/ChoiceField.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Table } from "../../../ui/Table.tsx";
import type { TableState } from "../../../ui/table-state.ts";
import { answeredOrNot } from "../contact/codes.ts";
import { contactText } from "../contact/text.ts";
import type { AnsweredCountry, AnsweredOrganisation } from "../service.server.ts";
import { EmailLink, PhoneLink } from "./AddressLinks.tsx";
import { contactWarnings } from "./AnswerCard.tsx";
import { contactsText } from "./contacts.text.ts";

/** What the list shows of an answer. */
export function lineOf({ organisation, answer }: AnsweredOrganisation) {
	const { step, by, name, email, phone, contact } = answer;
	return { organisation, answer: { step, by, name, email, phone, warnings: contact?.warnings ?? [] } };
}
type Line = ReturnType<typeof lineOf>;

/** Who answers in every organisation, a page at a time; those where somebody does stand first. */
export function CountryAnswers(
	props: Omit<AnsweredCountry, "rows"> & {
		readonly rows: readonly Line[];
		readonly state: TableState;
		readonly kinds: readonly Choice[];
		readonly counties: readonly Choice[];
		/** The day asked about, where it is not today. */
		readonly asOf: string | null;
	},
) {
	const language = useLanguage();
	const text = contactsText[language];
	const { steps } = contactText[language];
	const { rows, total, answered, state } = props;
	const suffix = props.asOf === null ? "" : `?asOf=${props.asOf}`;
	const whole = formatNumber(language, total);
	return (
		<Section
			title={text.allTitle}
			{...(state.filters.answered === undefined
				? { lead: text.answered(formatNumber(language, answered), whole) }
				: {})}
		>
			<Table<Line>
				caption={text.answers}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.organisation.id}
				rowHref={(row) => `/organisations/${row.organisation.id}/contacts${suffix}`}
				filters={[
					{ name: "kind", label: text.kind, choices: props.kinds },
					{ name: "county", label: text.county, choices: props.counties },
					{
						name: "answered",
						label: text.answers,
						choices: answeredOrNot.map((value) => ({ value, label: text.answeredOrNot[value] })),
					},
				]}
				excel="/contacts.xlsx"
				columns={[
					{ key: "name", label: text.organisation, cell: (row) => row.organisation.name, sort: true },
					{ key: "county", label: text.county, cell: (row) => row.organisation.countyName ?? "", sort: true },
					{ key: "who", label: text.who, cell: ({ answer }) => who(answer, language) },
					{ key: "email", label: text.email, cell: ({ answer }) => answer.email && EmailLink({ email: answer.email }) },
					{ key: "phone", label: text.phone, cell: ({ answer }) => answer.phone && PhoneLink({ phone: answer.phone }) },
					{
						key: "step",
						label: text.status,
						cell: ({ answer }) => (
							<>
								{answer.by !== null && steps[answer.step]}
								{contactWarnings(answer, language)}
							</>
						),
					},
				]}
			/>
		</Section>
	);
}

function who(answer: Line["answer"], language: Language) {
	if (answer.by === null) return <span className="quiet">{contactText[language].steps.nobody}</span>;
	return answer.name;
}
