import { formatMoment } from "../../../language.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Table } from "../../../ui/Table.tsx";
import type { Route } from "./+types/negotiation";
import { negotiationText } from "./negotiation.text.ts";

type Loaded = { readonly loaderData: Route.ComponentProps["loaderData"] };

/** The texts that were put forward, newest first. */
export function Versions({ loaderData }: Loaded) {
	const language = useLanguage();
	const text = negotiationText[language];
	const { id, versions } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<Section title={text.versions}>
			<Table
				caption={text.versions}
				hideCaption
				rows={versions}
				rowKey={({ number }) => String(number)}
				columns={[
					{ key: "number", label: text.number, cell: ({ number }) => String(number) },
					{ key: "when", label: text.when, cell: ({ madeAt }) => formatMoment(language, madeAt) },
					{
						key: "by",
						label: text.by,
						cell: ({ madeBy, madeForName }) => [madeBy, madeForName].filter(Boolean).join(", "),
					},
					{ key: "words", label: text.words, cell: ({ message }) => message },
					{
						key: "changes",
						label: text.changes,
						cell: ({ number }) =>
							number === 1 ? (
								text.first
							) : (
								<Link className="ds-link" to={`${here}/compare?before=${number - 1}&after=${number}`}>
									{text.comparedWith(number - 1)}
								</Link>
							),
					},
					{
						key: "pdf",
						label: text.pdf,
						cell: ({ number }) => (
							<a className="ds-link" href={`${here}/versions/${number}.pdf`} download>
								{text.pdf}
								<span className="visually-hidden">, {`${text.number.toLocaleLowerCase("nb")} ${number}`}</span>
							</a>
						),
					},
				]}
			/>
		</Section>
	);
}
