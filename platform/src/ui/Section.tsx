import { type ReactNode, useId } from "react";

type SectionProps = {
	readonly title: string;
	readonly lead?: ReactNode;
	/** Buttons or links that belong to this part. */
	readonly actions?: ReactNode;
	/** How deep it stands: 2 directly under the page's title, 3 inside another section. */
	readonly level?: 2 | 3;
	readonly id?: string;
	readonly children: ReactNode;
};

/** A part of a page under its own heading; can be found by that name and linked to by `id`. */
export function Section({ title, lead, actions, level = 2, id, children }: SectionProps) {
	const made = useId();
	const headingId = id === undefined ? made : `${id}-heading`;
	const Heading = level === 2 ? "h2" : "h3";
	return (
		<section className="section" id={id} aria-labelledby={headingId}>
			<div className="section-head">
				<Heading className="ds-heading" data-size={level === 2 ? "sm" : "xs"} id={headingId}>
					{title}
				</Heading>
				{actions && <div className="section-actions">{actions}</div>}
			</div>
			{lead && <p className="ds-paragraph quiet section-lead">{lead}</p>}
			{children}
		</section>
	);
}

/** A frame around things that belong together. */
export function Card({ tinted = false, children }: { readonly tinted?: boolean; readonly children: ReactNode }) {
	return (
		<div className="ds-card card" data-variant={tinted ? "tinted" : "default"}>
			{children}
		</div>
	);
}
