import { formatShortDate } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import "../../pages/meeting.css";
import { documentText } from "../text.ts";

export type ShownDocument = {
	readonly id: string;
	readonly title: string;
	readonly link: string | null;
	readonly addedBy: string | null;
	readonly addedAt: Date;
	/** The item it belongs to. */
	readonly about: string | null;
	readonly mayRemove: boolean;
};

/** The documents of a place: each to be saved or opened, with who added it. Nothing at all where there are none to show. */
export function Documents(props: {
	readonly documents: readonly ShownDocument[];
	/** What stands before the id of a file in its address. */
	readonly fileAt: string;
	/** The page where one is added, for those who may. */
	readonly addAt?: string | undefined;
}) {
	const language = useLanguage();
	const text = documentText[language];
	const { documents, fileAt, addAt } = props;
	if (documents.length === 0 && addAt === undefined) return null;
	return (
		<Section
			title={text.title}
			id="documents"
			actions={
				addAt !== undefined && (
					<Link className="ds-link" to={addAt}>
						{text.add}
					</Link>
				)
			}
		>
			{documents.length === 0 ? (
				<p className="ds-paragraph quiet">{text.none}</p>
			) : (
				<ul className="plain-list">
					{documents.map((one) => (
						<li key={one.id} className="line-with-deed">
							<span>
								<a
									className="ds-link"
									href={one.link ?? `${fileAt}/${one.id}`}
									{...(one.link === null ? { download: true } : { rel: "noreferrer" })}
								>
									{one.title}
								</a>{" "}
								<span className="quiet">
									{[one.about, one.addedBy, formatShortDate(language, one.addedAt)]
										.filter((word) => word !== null)
										.join(", ")}
								</span>
							</span>
							{one.mayRemove && (
								<Link
									className="ds-button"
									data-variant="tertiary"
									data-size="sm"
									to={`/documents/${one.id}/remove`}
									aria-label={text.removeTitle(one.title)}
								>
									{text.remove}
								</Link>
							)}
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
