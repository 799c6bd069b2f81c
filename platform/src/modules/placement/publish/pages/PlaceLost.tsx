import type { Language } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Placement } from "../contract.ts";
import { answerText } from "./site-answer.text.ts";
import { standingText } from "./standing.text.ts";

/**
 * To a student whose placement no longer stands: that it does not, and what happens now. Nothing where it stands.
 * @param here whether this very page shows the new one once there is one
 */
export function PlaceLost({ placement, here = false }: { readonly placement: Placement; readonly here?: boolean }) {
	const language = useLanguage();
	const text = standingText[language];
	if (!isLost(placement)) return null;
	return (
		<Alert tone="warning" title={placement.state === "declined" ? text.declined : text.cancelled}>
			<p>{text.next(keeperOf(placement, language), here)}</p>
		</Alert>
	);
}

/** Whether the student has lost the placement: refused by the site, or cancelled. */
export function isLost({ state }: Pick<Placement, "state">): boolean {
	return state === "declined" || state === "cancelled";
}

/** Who keeps the list the student is on, as the student knows them. */
export function keeperOf(placement: Kept, language: Language): string {
	const { organisationId, institutionId, institutionName, hostId, hostName } = placement;
	if (organisationId === institutionId) return institutionName;
	return organisationId === hostId ? hostName : answerText[language].whoRegistered;
}

/** Whose list a student is on, and who else there is whose name it may be. */
export type Kept = Readonly<
	Record<"organisationId" | "institutionId" | "institutionName" | "hostId" | "hostName", string>
>;
