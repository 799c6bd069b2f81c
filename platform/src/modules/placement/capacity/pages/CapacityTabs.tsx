import { useLanguage } from "../../../../ui/language.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { pagesText } from "./capacity.text.ts";

/** The views of capacity; those who coordinate see all of them. */
export function CapacityTabs({ coordinate }: { readonly coordinate: boolean }) {
	const text = pagesText[useLanguage()];
	const { tabs } = text;
	return (
		<Tabs
			label={text.views}
			tabs={[
				{ to: "/placement/capacity", label: tabs.own },
				{ to: "/placement/capacity/published", label: tabs.published },
				...(coordinate
					? [
							{ to: "/placement/capacity/sites", label: tabs.sites },
							{ to: "/placement/capacity/collections", label: tabs.collections },
							{ to: "/placement/capacity/calendar", label: tabs.calendar },
							{ to: "/placement/capacity/load", label: tabs.load },
						]
					: []),
			]}
		/>
	);
}
