import type { Written } from "../../../../registry/written.server.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { hearingContentText } from "./content.text.ts";

/** What is heard, from top to bottom, for those who cannot open it where it is kept. Stands inside a section. */
export function WrittenObject({ written, sent }: { readonly written: Written; readonly sent: boolean }) {
	const text = hearingContentText[useLanguage()];
	return (
		<div className="written-object">
			<p className="ds-paragraph quiet">{sent ? text.asSent(written.edition) : text.asNow(written.edition)}</p>
			{written.sections.map(({ title, level, paragraphs, points }) => {
				const Heading = level === 1 ? "h3" : "h4";
				return (
					<section key={title} data-level={level}>
						<Heading className="ds-heading" data-size={level === 1 ? "xs" : "2xs"}>
							{title}
						</Heading>
						{paragraphs.map(({ label, text: words }) => (
							<div key={`${label} ${words}`}>
								{label !== null && <p className="written-label">{label}</p>}
								<p className="ds-paragraph hearing-text">{words}</p>
							</div>
						))}
						{points.length > 0 && (
							<ul>
								{points.map((point) => (
									<li key={point}>{point}</li>
								))}
							</ul>
						)}
					</section>
				);
			})}
		</div>
	);
}
