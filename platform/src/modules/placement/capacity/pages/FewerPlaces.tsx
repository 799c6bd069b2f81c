import { formatDate, formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Fewer } from "../fewer.store.server.ts";
import { fewerText } from "./fewer.text.ts";
import { daysWord } from "./words.ts";

/** What the site has said no to since it told its capacity: so many places fewer, and until when it counts. */
export function FewerPlaces({ fewer }: { readonly fewer: readonly Fewer[] }) {
	const language = useLanguage();
	const text = fewerText[language];
	if (fewer.length === 0) return null;
	return (
		<Alert title={text.title}>
			<ul className="ds-list">
				{fewer.map((one) => (
					<li key={`${one.capacityId} ${one.firstDay} ${one.lastDay}`}>
						{text.line(
							one.places,
							formatNumber(language, one.places),
							daysWord(language, one),
							formatDate(language, one.saidOn),
						)}
					</li>
				))}
			</ul>
			<p>{text.until}</p>
		</Alert>
	);
}
