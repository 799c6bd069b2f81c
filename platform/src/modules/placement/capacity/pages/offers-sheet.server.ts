import type { Work } from "../../../../database/work.server.ts";
import type { Language } from "../../../../language.ts";
import { header } from "../../../../spreadsheet/list.server.ts";
import { readVocabulary } from "../../../organisation/service.server.ts";
import { professionOf } from "../codes.ts";
import type { ListedOffer } from "../contract.ts";
import { capacitySheet, writtenYears } from "../sheet.ts";
import { capacityText } from "../text.ts";
import { pagesText } from "./capacity.text.ts";

/** The columns an import and the command line read, so that the file can go there, and how far each line has come. */
export const offerColumns = [
	...capacitySheet.columns,
	{ key: "state", kind: "text", ...header((language) => pagesText[language].columns.state) },
] as const;

/**
 * Offers as rows of the sheet of capacity.
 * @param hostOf what the host is called; the municipality the site is in unless said, which is what travel goes by
 */
export async function offerRows(
	work: Work,
	offers: readonly ListedOffer[],
	language: Language,
	hostOf = (offer: ListedOffer) => offer.municipalityName ?? offer.hostName,
) {
	const { settings } = await readVocabulary(work);
	return offers.map((offer) => ({
		host: hostOf(offer),
		site: offer.siteName,
		setting: settings.find(({ code }) => code === offer.setting)?.name[language] ?? offer.setting,
		postcode: offer.postcode,
		profession: professionOf(offer.profession),
		years: writtenYears(offer.years),
		firstDay: offer.firstDay,
		lastDay: offer.lastDay,
		places: offer.places,
		mostAtOnce: offer.mostAtOnce,
		leastTogether: offer.leastTogether,
		reservedFor: offer.reservedForName,
		state: capacityText[language].states[offer.state],
	}));
}
