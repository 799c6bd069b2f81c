import type { Written } from "../../../../registry/written.server.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import type { Hearing } from "../contract.ts";
import "./hearing.css";
import { hearingPagesText } from "./hearing.text.ts";
import { WrittenObject } from "./WrittenObject.tsx";

/** What those invited read: what is asked, the text, and, when it is closed, what it came to. */
export function HearingContent(props: {
	readonly hearing: Pick<Hearing, "question" | "body" | "conclusion" | "state">;
	/** What is heard, where it is an object of the system. */
	readonly objectTitle: string | null;
	/** Its page, for those who can open it. */
	readonly objectPath?: string | null;
	/** What it says, where that can be read here. */
	readonly written: Written | null;
}) {
	const text = hearingPagesText[useLanguage()];
	const { hearing, objectTitle, objectPath = null, written } = props;
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
					{written !== null && <WrittenObject written={written} sent={hearing.state !== "draft"} />}
				</Section>
			)}
		</>
	);
}
