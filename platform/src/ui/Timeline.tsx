import type { ReactNode } from "react";
import { formatMoment, formatShortDate } from "../language.ts";
import { useLanguage } from "./language.tsx";

export type TimelineEvent = {
	readonly id: string;
	/** A plain date or a moment. */
	readonly at: string;
	readonly title: ReactNode;
	/** Who did it, or what it was about. */
	readonly by?: ReactNode;
	readonly children?: ReactNode;
};

/** What happened, in the order given. */
export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
	const language = useLanguage();
	return (
		<ol className="timeline">
			{events.map((event) => (
				<li key={event.id}>
					<time dateTime={event.at}>
						{event.at.length === 10 ? formatShortDate(language, event.at) : formatMoment(language, event.at)}
					</time>
					<p className="timeline-title">{event.title}</p>
					{event.by && <p className="quiet">{event.by}</p>}
					{event.children}
				</li>
			))}
		</ol>
	);
}
