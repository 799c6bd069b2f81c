import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import type { Hearing } from "../contract.ts";
import "./hearing.css";
import { hearingPagesText } from "./hearing.text.ts";

/** What those invited read: what is asked, the text, and, when it is closed, what it came to. */
export function HearingContent(props: {
	readonly hearing: Pick<Hearing, "question" | "body" | "conclusion">;
	/** What is heard, where it is an object of the system. */
	readonly objectTitle: string | null;
	/** Its page, for those who can open it. */
	readonly objectPath?: string | null;
}) {
	const text = hearingPagesText[useLanguage()];
	const { hearing, objectTitle, objectPath = null } = props;
	return (
		<>
			{hearing.conclusion !== "" && (
				<Section title={text.conclusion}>
					<p className="ds-paragraph hearing-text">{hearing.conclusion}</p>
				</Section>
			)}
			<Section title={text.question}>
				<p className="ds-paragraph hearing-text">{hearing.question}</p>
			</Section>
			{(hearing.body !== "" || objectTitle !== null) && (
				<Section title={text.theText}>
					{objectTitle !== null && (
						<p className="ds-paragraph">
							{objectPath === null ? (
								objectTitle
							) : (
								<Link className="ds-link" to={objectPath}>
									{objectTitle}
								</Link>
							)}
						</p>
					)}
					{hearing.body !== "" && <p className="ds-paragraph hearing-text">{hearing.body}</p>}
				</Section>
			)}
		</>
	);
}
