import type { ReactNode } from "react";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import type { Content } from "../contract.ts";
import { type DocumentPart, documentOf } from "../document.ts";
import { agreementPagesText } from "./agreement.text.ts";
import { CommitmentTable } from "./CommitmentTable.tsx";

/** The text of an agreement as a document. What can be written has a way there beside its heading. */
export function AgreementText(props: {
	readonly content: Content;
	/** Where a part is written; none where it cannot be. */
	readonly editHref?: (part: DocumentPart) => string | undefined;
	readonly commitmentHref?: (commitmentId: string) => string;
	/** The unit a commitment points at; none where it points at none, or the reader has no page of it. */
	readonly unitHref?: (commitmentId: string) => string | undefined;
	/** What stands after a part: contacts, comments. */
	readonly after?: (part: DocumentPart) => ReactNode;
}) {
	const language = useLanguage();
	const text = agreementPagesText[language];
	const { content, editHref, commitmentHref, unitHref, after } = props;
	const parts = documentOf(language, content);
	return (
		<div className="agreement-text">
			{parts.map((part) => {
				const Heading = part.level === 2 ? "h2" : "h3";
				const href = editHref?.(part);
				return (
					<section key={part.part} id={part.part} aria-labelledby={`${part.part}-heading`}>
						<div className="agreement-part-head">
							<Heading className="ds-heading" data-size={part.level === 2 ? "sm" : "xs"} id={`${part.part}-heading`}>
								<span className="agreement-number">{part.number}</span> {part.title}
							</Heading>
							{href !== undefined && (
								<Link className="ds-link" to={href}>
									{text.edit}
									<span className="visually-hidden"> {part.title}</span>
								</Link>
							)}
						</div>
						{part.paragraphs.map(({ label, text: words }) =>
							label === null ? (
								<p key={words} className="written">
									{words}
								</p>
							) : (
								<div key={label} className="agreement-labelled">
									<p className="agreement-label">{label}</p>
									<p className="written">{words}</p>
								</div>
							),
						)}
						{part.commitments.length > 0 && (
							<CommitmentTable
								about={part.title}
								commitments={part.commitments}
								parties={content.parties}
								{...(commitmentHref ? { href: commitmentHref } : {})}
								{...(unitHref ? { unitHref } : {})}
							/>
						)}
						{after?.(part)}
					</section>
				);
			})}
		</div>
	);
}
