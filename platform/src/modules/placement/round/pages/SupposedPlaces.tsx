import { Alert } from "../../../../ui/Alert.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { daysWord, professionWord } from "../../capacity/pages/words.ts";
import type { SupposedAt } from "../contract.ts";
import { signed } from "./signed.ts";
import { whatIfText } from "./what-if.text.ts";

/** That a run counts places that are not there, which, and the way to have them: nothing such a run says is taken for what is. */
export function SupposedPlaces({
	supposed,
	organisationId,
}: {
	readonly supposed: readonly SupposedAt[];
	/** Whose round it is: at own sites places are changed, at others' they are ordered. */
	readonly organisationId: string;
}) {
	const language = useLanguage();
	const text = whatIfText[language];
	if (supposed.length === 0) return null;
	return (
		<Alert tone="warning" title={text.bannerTitle}>
			<p>{text.banner}</p>
			<ul className="ds-list">
				{supposed.map((one) => (
					<li key={one.offerId}>
						{text.plus(signed(language, one.places), one.site)} ({professionWord(language, one.profession)},{" "}
						{daysWord(language, one)}){" "}
						{one.places > 0 && (
							<Link className="ds-link" to={wayTo(one, organisationId)}>
								{(one.hostId === organisationId ? text.change : text.ask)(one.site)}
							</Link>
						)}
					</li>
				))}
			</ul>
			<p>{text.bannerNext}</p>
		</Alert>
	);
}

function wayTo({ hostId, siteId, site, places }: SupposedAt, organisationId: string): string {
	if (hostId === organisationId) return `/placement/sites/${siteId}`;
	return `/placement/requests/new?${new URLSearchParams({ host: hostId, places: String(places), site })}`;
}
