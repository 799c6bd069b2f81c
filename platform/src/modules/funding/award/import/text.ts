import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText, formatNumber } from "../../../../language.ts";

/** What may be wrong with a row of costs; `rounded` is only said. */
export type CostFinding =
	| "award-unknown"
	| "award-missing"
	| "award-several"
	| "line-unknown"
	| "line-missing"
	| "line-several"
	| "no-money-then"
	| "day-ahead"
	| "amount-missing"
	| "duplicate-row"
	| "reference-used"
	| "over-left"
	| "rounded";

export const costSheetText = defineText({
	nb: {
		title: "Kostnader",
		award: "Tilsagn",
		awardHint: "Saksnummeret eller navnet på tilsagnet. Tomt der dere bare har ett.",
		line: "Linje",
		lineHint: "Linjen i tilsagnet som pengene er tatt fra. Tomt der det bare er én.",
		yearHint: "Tomt: året på datoen.",
		referenceHint: "Bilaget kjennes igjen på nummeret, så den samme filen kan leses inn flere ganger.",
	},
	nn: {
		title: "Kostnader",
		award: "Tilsegn",
		awardHint: "Saksnummeret eller namnet på tilsegna. Tomt der de berre har éi.",
		line: "Linje",
		lineHint: "Linja i tilsegna som pengane er tekne frå. Tomt der det berre er éi.",
		yearHint: "Tomt: året på datoen.",
		referenceHint: "Bilaget blir kjent att på nummeret, så den same fila kan lesast inn fleire gonger.",
	},
	en: {
		title: "Costs",
		award: "Award",
		awardHint: "The case number or name of the award. Blank where you have only one.",
		line: "Line",
		lineHint: "The line of the award the money is taken from. Blank where there is only one.",
		yearHint: "Blank: the year of the date.",
		referenceHint: "A voucher is recognised by its number, so the same file can be brought several times.",
	},
});

export const costFindings: FindingText<CostFinding> = {
	nb: {
		"award-unknown": ({ value }) => ({
			problem: value === "" ? "Dere har ingen tilsagn å føre på." : `Dere har ikke noe tilsagn som heter «${value}».`,
			remedy: "Skriv saksnummeret eller navnet slik det står i tilsagnet. Det må være akseptert.",
		}),
		"award-missing": one("Dere har flere tilsagn, og raden sier ikke hvilket.", "Skriv saksnummeret eller navnet."),
		"award-several": one("Flere tilsagn heter dette.", "Skriv saksnummeret."),
		"line-unknown": ({ value }) => ({
			problem: `Tilsagnet har ingen linje som heter «${value}».`,
			remedy: "Skriv linjen slik den står i tilsagnet.",
		}),
		"line-missing": one("Tilsagnet har flere linjer, og raden sier ikke hvilken.", "Skriv linjen."),
		"line-several": one("Flere linjer i tilsagnet heter dette samme år.", "Før kostnaden på siden til tilsagnet."),
		"no-money-then": ({ detail }) => ({
			problem: `Tilsagnet har ingen penger på denne linjen i ${detail.year}.`,
			remedy: "Skriv budsjettåret pengene er gitt for, eller be om å overføre dem først.",
		}),
		"day-ahead": one("Datoen er ikke kommet.", "Skriv dagen kostnaden ble ført."),
		"amount-missing": one("Raden mangler beløp.", "Skriv hva som er tatt av tilskuddet, av egne midler eller begge."),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} har samme bilag på samme linje og år.`,
			remedy: "Slå dem sammen, eller ta bort den ene.",
		}),
		"reference-used": one(
			"Bilaget er alt ført med en annen dato, et annet beløp eller en annen tekst.",
			"En føring blir aldri endret. Tilbakefør den som er feil, og les inn filen på nytt.",
		),
		"over-left": ({ detail }) => ({
			problem: `Det er bare ${formatNumber("nb", Number(detail.left))} kr igjen på linjen når raden skal føres.`,
			remedy: "Rett beløpet, eller skriv resten under egne midler.",
		}),
		rounded: one("Beløpet er rundet av til hele kroner.", "Regnskapet til tilsagnet føres i hele kroner."),
	},
	nn: {
		"award-unknown": ({ value }) => ({
			problem: value === "" ? "De har ingen tilsegner å føre på." : `De har inga tilsegn som heiter «${value}».`,
			remedy: "Skriv saksnummeret eller namnet slik det står i tilsegna. Ho må vere akseptert.",
		}),
		"award-missing": one(
			"De har fleire tilsegner, og rada seier ikkje kva for ei.",
			"Skriv saksnummeret eller namnet.",
		),
		"award-several": one("Fleire tilsegner heiter dette.", "Skriv saksnummeret."),
		"line-unknown": ({ value }) => ({
			problem: `Tilsegna har inga linje som heiter «${value}».`,
			remedy: "Skriv linja slik ho står i tilsegna.",
		}),
		"line-missing": one("Tilsegna har fleire linjer, og rada seier ikkje kva for ei.", "Skriv linja."),
		"line-several": one("Fleire linjer i tilsegna heiter dette same år.", "Før kostnaden på sida til tilsegna."),
		"no-money-then": ({ detail }) => ({
			problem: `Tilsegna har ingen pengar på denne linja i ${detail.year}.`,
			remedy: "Skriv budsjettåret pengane er gitt for, eller be om å overføre dei først.",
		}),
		"day-ahead": one("Datoen er ikkje komen.", "Skriv dagen kostnaden blei ført."),
		"amount-missing": one(
			"Rada manglar beløp.",
			"Skriv kva som er teke av tilskotet, av eigne midlar eller begge delar.",
		),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} har same bilag på same linje og år.`,
			remedy: "Slå dei saman, eller ta bort den eine.",
		}),
		"reference-used": one(
			"Bilaget er alt ført med ein annan dato, eit anna beløp eller ein annan tekst.",
			"Ei føring blir aldri endra. Tilbakefør den som er feil, og les inn fila på nytt.",
		),
		"over-left": ({ detail }) => ({
			problem: `Det er berre ${formatNumber("nn", Number(detail.left))} kr att på linja når rada skal førast.`,
			remedy: "Rett beløpet, eller skriv resten under eigne midlar.",
		}),
		rounded: one("Beløpet er runda av til heile kroner.", "Rekneskapen til tilsegna blir ført i heile kroner."),
	},
	en: {
		"award-unknown": ({ value }) => ({
			problem: value === "" ? "You have no awards to enter costs on." : `You have no award called “${value}”.`,
			remedy: "Write the case number or the name as the award has it. It must be accepted.",
		}),
		"award-missing": one(
			"You have several awards, and the row does not say which.",
			"Write the case number or the name.",
		),
		"award-several": one("Several awards are called this.", "Write the case number."),
		"line-unknown": ({ value }) => ({
			problem: `The award has no line called “${value}”.`,
			remedy: "Write the line as the award has it.",
		}),
		"line-missing": one("The award has several lines, and the row does not say which.", "Write the line."),
		"line-several": one("Several lines of the award are called this in the same year.", "Enter the cost on its page."),
		"no-money-then": ({ detail }) => ({
			problem: `The award has no money on this line in ${detail.year}.`,
			remedy: "Write the budget year the money is given for, or ask to carry it over first.",
		}),
		"day-ahead": one("The date has not come.", "Write the day the cost was entered."),
		"amount-missing": one("The row has no amount.", "Write what is taken of the grant, of your own money, or both."),
		"duplicate-row": ({ detail }) => ({
			problem: `Row ${detail.firstRow} has the same voucher on the same line and year.`,
			remedy: "Make them one, or take one out.",
		}),
		"reference-used": one(
			"The voucher is entered already, with another date, amount or text.",
			"An entry is never changed. Reverse the one that is wrong, and bring the file again.",
		),
		"over-left": ({ detail }) => ({
			problem: `Only ${formatNumber("en", Number(detail.left))} kr are left on the line when the row is to be entered.`,
			remedy: "Correct the amount, or write the rest under your own money.",
		}),
		rounded: one("The amount is rounded to whole kroner.", "The ledger of an award is kept in whole kroner."),
	},
};

/** What the pages of import say of costs. */
export const costWords = defineText({
	nb: {
		title: "Kostnader på tilskudd",
		about: "Hva tilsagnene er brukt til, slik det står i regnskapet deres: én rad for hvert bilag.",
		upload: "Importer kostnader",
		current: "Last ned kostnadene dere har ført",
		rules: [
			"Én rad for hvert bilag. Bilaget kjennes igjen på tilsagn, linje, år og bilagsnummer, og blir bare ført én gang.",
			"Står bilaget alt med en annen dato, et annet beløp eller en annen tekst, sier vi fra. En føring blir aldri endret.",
			"Det kan ikke føres mer enn det som er igjen av tilskuddet. Resten hører til egne midler.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Tilsagn",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Før ${shown} kostnader`,
		see: "Se tilsagnene",
		job: "Import av kostnader",
		files: { current: "kostnader", template: "mal-kostnader" },
	} satisfies ImportWords,
	nn: {
		title: "Kostnader på tilskot",
		about: "Kva tilsegnene er brukte til, slik det står i rekneskapen dykkar: éi rad for kvart bilag.",
		upload: "Importer kostnader",
		current: "Last ned kostnadene de har ført",
		rules: [
			"Éi rad for kvart bilag. Bilaget blir kjent att på tilsegn, linje, år og bilagsnummer, og blir berre ført éin gong.",
			"Står bilaget alt med ein annan dato, eit anna beløp eller ein annan tekst, seier vi frå. Ei føring blir aldri endra.",
			"Det kan ikkje førast meir enn det som er att av tilskotet. Resten høyrer til eigne midlar.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Tilsegn",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Før ${shown} kostnader`,
		see: "Sjå tilsegnene",
		job: "Import av kostnader",
		files: { current: "kostnader", template: "mal-kostnader" },
	},
	en: {
		title: "Costs of grants",
		about: "What awards have been spent on, as your accounts have it: one row for each voucher.",
		upload: "Import costs",
		current: "Download the costs you have entered",
		rules: [
			"One row for each voucher. It is recognised by award, line, year and voucher number, and entered only once.",
			"Where the voucher stands already with another date, amount or text, you are told. An entry is never changed.",
			"No more can be entered than is left of the grant. The rest belongs to your own money.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Award",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Enter ${shown} ${count === 1 ? "cost" : "costs"}`,
		see: "See the awards",
		job: "Import of costs",
		files: { current: "costs", template: "template-costs" },
	},
});
