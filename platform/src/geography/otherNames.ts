/**
 * Official names of municipalities and counties with more than one official language, as Statistics Norway wrote them
 * on 2024-01-01, where they differ from the Norwegian name of the gazetteer.
 * Source: Statistics Norway, classification of municipalities (KLASS 131) and counties (KLASS 104).
 */
export const officialNames: Readonly<Record<string, string>> = {
	"1826": "Aarborte - Hattfjelldal",
	"1841": "Fauske - Fuossko",
	"1853": "Evenes - Evenášši",
	"1870": "Sortland - Suortá",
	"1875": "Hábmer - Hamarøy",
	"5001": "Trondheim - Tråante",
	"5007": "Namsos - Nåavmesjenjaelmie",
	"5025": "Rosse - Røros",
	"5041": "Snåase - Snåsa",
	"5043": "Raarvihke - Røyrvik",
	"5503": "Harstad - Hárstták",
	"5512": "Dielddanuorri - Tjeldsund",
	"5518": "Loabák - Lavangen",
	"5538": "Storfjord - Omasvuotna - Omasvuono",
	"5540": "Gáivuotna - Kåfjord - Kaivuono",
	"5544": "Nordreisa - Ráisa - Raisi",
	"5603": "Hammerfest - Hámmerfeasta",
	"5610": "Kárášjohka - Karasjok",
	"5612": "Guovdageaidnu - Kautokeino",
	"5622": "Porsanger - Porsáŋgu - Porsanki",
	"5628": "Deatnu - Tana",
	"5636": "Unjárga - Nesseby",
	"18": "Nordland - Nordlánnda",
	"50": "Trøndelag - Trööndelage",
	"55": "Troms - Romsa - Tromssa",
	"56": "Finnmark - Finnmárku - Finmarkku",
};

/**
 * Sámi, Kven and everyday names people search by that are no part of the official name above. Only for search.
 * Source: the register of place names (SSR, Kartverket), as commonly used; holds for 2024-01-01.
 */
export const searchNames: Readonly<Record<string, readonly string[]>> = {
	"0301": ["Oslove"],
	"1804": ["Bådåddjo"],
	"1806": ["Áhkánjárga"],
	"1824": ["Vaapste"],
	"1833": ["Raane"],
	"1848": ["Stájggo"],
	"1853": ["Evenássje"],
	"1865": ["Vuogát"],
	"5006": ["Stïentje"],
	"5501": ["Romsa", "Tromssa"],
	"5514": ["Ivvárstádit"],
	"5516": ["Rivtták"],
	"5520": ["Beardu"],
	"5522": ["Siellak"],
	"5524": ["Málatvuopmi"],
	"5532": ["Báhccavuotna"],
	"5534": ["Gálsa"],
	"5536": ["Ivgu", "Yykeä"],
	"5542": ["Skiervá", "Kierua"],
	"5546": ["Návuotna", "Naavuono"],
	"5601": ["Áltá", "Alattio"],
	"5605": ["Mátta-Várjjat", "Kirkkoniemi"],
	"5607": ["Čáhcesuolu", "Vesisaari"],
	"5614": ["Láhppi"],
	"5616": ["Ákŋoluokta"],
	"5618": ["Muosát"],
	"5620": ["Davvinjárga"],
	"5624": ["Davvesiida"],
	"5626": ["Gáŋgaviika"],
	"5630": ["Bearralváhki"],
	"5632": ["Báhcavuotna"],
	"5634": ["Várggát", "Vuorea"],
};

/**
 * Towns the gazetteer lists under a Sámi or outdated spelling only, by municipality and that spelling, with the
 * Norwegian name used beside it. Source: SSR, Kartverket; holds for 2024-01-01.
 */
export const townRespellings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"5033": { Aas: "Ås" },
	"5041": { Snåase: "Snåsa" },
	"5610": { Kárášjohka: "Karasjok" },
	"5618": { Ávanuorri: "Havøysund" },
	"5628": { "Tana Bru": "Tana bru" },
	"5636": { Vuonnabahta: "Varangerbotn" },
};

/**
 * County authorities: the number Statistics Norway gives the county, the code GeoNames gives it, and the municipality
 * and town the county council is run from. Source: the county authorities' own addresses; holds for 2024-01-01.
 */
export const countySeats: Readonly<
	Record<string, { readonly geonames: string; readonly municipality: string; readonly town: string }>
> = {
	"03": { geonames: "12", municipality: "0301", town: "Oslo" },
	"11": { geonames: "14", municipality: "1103", town: "Stavanger" },
	"15": { geonames: "08", municipality: "1506", town: "Molde" },
	"18": { geonames: "09", municipality: "1804", town: "Bodø" },
	"31": { geonames: "13", municipality: "3105", town: "Sarpsborg" },
	"32": { geonames: "01", municipality: "0301", town: "Oslo" },
	"33": { geonames: "04", municipality: "3301", town: "Drammen" },
	"34": { geonames: "34", municipality: "3403", town: "Hamar" },
	"39": { geonames: "20", municipality: "3905", town: "Tønsberg" },
	"40": { geonames: "17", municipality: "4003", town: "Skien" },
	"42": { geonames: "42", municipality: "4204", town: "Kristiansand" },
	"46": { geonames: "46", municipality: "4601", town: "Bergen" },
	"50": { geonames: "21", municipality: "5006", town: "Steinkjer" },
	"55": { geonames: "18", municipality: "5501", town: "Tromsø" },
	"56": { geonames: "05", municipality: "5607", town: "Vadsø" },
};
