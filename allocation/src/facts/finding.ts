/**
 * What is wrong with the facts, the levels or the rules that cross. Findings are data: `findingText` says them to a person in three languages.
 * A person must be able to go straight from the finding to the row and mend it.
 */
export type Finding =
	| { readonly code: "empty-id"; readonly kind: FactKind; readonly row: number }
	| { readonly code: "duplicate-id"; readonly kind: FactKind; readonly id: string }
	| {
			readonly code: "bad-number";
			readonly kind: FactKind;
			readonly id: string;
			readonly field: string;
			readonly value: string;
			readonly from: number;
			readonly to: number;
	  }
	| {
			readonly code: "unknown-reference";
			readonly kind: FactKind;
			readonly id: string;
			readonly field: string;
			readonly reference: string;
	  }
	| { readonly code: "cap-circle"; readonly id: string }
	| { readonly code: "duplicate-pair"; readonly claim: string; readonly offer: string }
	| { readonly code: "missing-part"; readonly claim: string; readonly offer: string; readonly part: string }
	| { readonly code: "two-locks"; readonly claim: string }
	| { readonly code: "lock-without-pair"; readonly claim: string; readonly offer: string }
	| { readonly code: "lock-on-prohibited"; readonly claim: string; readonly offer: string; readonly rule: string }
	| { readonly code: "locks-over-limit"; readonly id: string; readonly locked: number; readonly limit: number }
	| { readonly code: "locks-against-rule"; readonly rule: string }
	| { readonly code: "two-previous"; readonly claim: string }
	| { readonly code: "bad-level"; readonly level: number; readonly field: string; readonly value: string }
	| { readonly code: "unknown-part"; readonly level: number; readonly part: string }
	| {
			readonly code: "too-many-steps";
			readonly level: number;
			readonly part: string;
			readonly steps: number;
			readonly most: number;
	  }
	| { readonly code: "cost-range"; readonly level: number; readonly spread: number };

export type FactKind = "floor" | "claim" | "offer" | "cap" | "pair" | "prohibition" | "lock" | "previous" | "rule";

export type Language = "nb" | "nn" | "en";

const kinds: Readonly<Record<Language, Readonly<Record<FactKind, string>>>> = {
	nb: {
		floor: "minstetallet",
		claim: "plassbehovet",
		offer: "tilbudet",
		cap: "taket",
		pair: "paret",
		prohibition: "forbudet",
		lock: "låsen",
		previous: "den forrige plasseringen",
		rule: "regelen",
	},
	nn: {
		floor: "minstetalet",
		claim: "plassbehovet",
		offer: "tilbodet",
		cap: "taket",
		pair: "paret",
		prohibition: "forbodet",
		lock: "låsen",
		previous: "den førre plasseringa",
		rule: "regelen",
	},
	en: {
		floor: "floor",
		claim: "claim",
		offer: "offer",
		cap: "cap",
		pair: "pair",
		prohibition: "prohibition",
		lock: "lock",
		previous: "previous placement",
		rule: "rule",
	},
};

/** One finding in one language, naming the fact and the remedy. */
export function findingText(finding: Finding, language: Language): string {
	switch (language) {
		case "nb":
			return bokmaal(finding);
		case "nn":
			return nynorsk(finding);
		case "en":
			return english(finding);
	}
}

function bokmaal(f: Finding): string {
	const kind = kinds.nb;
	switch (f.code) {
		case "empty-id":
			return `Rad ${f.row} for ${kind[f.kind]} mangler id. Gi den en id.`;
		case "duplicate-id":
			return `Id-en «${f.id}» er brukt mer enn én gang (${kind[f.kind]}). Gi hver sin id.`;
		case "bad-number":
			return `${f.field} for ${kind[f.kind]} «${f.id}» er ${f.value}. Oppgi et helt tall fra ${f.from} til ${f.to}.`;
		case "unknown-reference":
			return `${f.field} for ${kind[f.kind]} «${f.id}» viser til «${f.reference}», som ikke finnes. Rett id-en eller legg til det som mangler.`;
		case "cap-circle":
			return `Taket «${f.id}» ligger til slutt inni seg selv. Fjern én av henvisningene i ringen.`;
		case "duplicate-pair":
			return `Paret «${f.claim}» og «${f.offer}» står mer enn én gang. Behold ett av dem.`;
		case "missing-part":
			return `Paret «${f.claim}» og «${f.offer}» mangler kostnadsdelen «${f.part}», som andre par har. Oppgi den for alle par.`;
		case "two-locks":
			return `Plassbehovet «${f.claim}» er låst til mer enn ett tilbud. Behold én lås.`;
		case "lock-without-pair":
			return `Plassbehovet «${f.claim}» er låst til «${f.offer}», men de to er ikke et mulig par. Legg til paret eller fjern låsen.`;
		case "lock-on-prohibited":
			return `Plassbehovet «${f.claim}» er låst til «${f.offer}», men regelen «${f.rule}» forbyr paret. Fjern låsen eller forbudet.`;
		case "locks-over-limit":
			return `${f.locked} plassbehov er låst under «${f.id}», som bare har ${f.limit} plasser. Fjern låser eller øk antallet plasser.`;
		case "locks-against-rule":
			return `Låsene alene bryter regelen «${f.rule}», og ingen plan bøter på alle slike brudd. Fjern en lås eller endre regelen.`;
		case "two-previous":
			return `Plassbehovet «${f.claim}» har mer enn én forrige plassering. Behold én.`;
		case "bad-level":
			return `Nivå ${f.level + 1} har ${f.field} = ${f.value}. Oppgi et helt tall som er 0 eller større.`;
		case "unknown-part":
			return `Nivå ${f.level + 1} bruker kostnadsdelen «${f.part}», som ingen par har. Rett navnet eller legg delen til parene.`;
		case "too-many-steps":
			return `Nivå ${f.level + 1} skiller mellom ${f.steps} ulike verdier av «${f.part}», og ${f.most} er det meste. Del verdiene inn i færre trinn.`;
		case "cost-range":
			return `Nivå ${f.level + 1} har et spenn på ${f.spread} mellom valgene til ett plassbehov, for stort til eksakt regning. Bruk en grovere enhet eller mindre vekter.`;
	}
}

function nynorsk(f: Finding): string {
	const kind = kinds.nn;
	switch (f.code) {
		case "empty-id":
			return `Rad ${f.row} for ${kind[f.kind]} manglar id. Gje ho ein id.`;
		case "duplicate-id":
			return `Id-en «${f.id}» er brukt meir enn éin gong (${kind[f.kind]}). Gje kvar sin id.`;
		case "bad-number":
			return `${f.field} for ${kind[f.kind]} «${f.id}» er ${f.value}. Oppgje eit heilt tal frå ${f.from} til ${f.to}.`;
		case "unknown-reference":
			return `${f.field} for ${kind[f.kind]} «${f.id}» viser til «${f.reference}», som ikkje finst. Rett id-en eller legg til det som manglar.`;
		case "cap-circle":
			return `Taket «${f.id}» ligg til slutt inni seg sjølv. Fjern éi av tilvisingane i ringen.`;
		case "duplicate-pair":
			return `Paret «${f.claim}» og «${f.offer}» står meir enn éin gong. Behald eitt av dei.`;
		case "missing-part":
			return `Paret «${f.claim}» og «${f.offer}» manglar kostnadsdelen «${f.part}», som andre par har. Oppgje han for alle par.`;
		case "two-locks":
			return `Plassbehovet «${f.claim}» er låst til meir enn eitt tilbod. Behald éin lås.`;
		case "lock-without-pair":
			return `Plassbehovet «${f.claim}» er låst til «${f.offer}», men dei to er ikkje eit mogleg par. Legg til paret eller fjern låsen.`;
		case "lock-on-prohibited":
			return `Plassbehovet «${f.claim}» er låst til «${f.offer}», men regelen «${f.rule}» forbyr paret. Fjern låsen eller forbodet.`;
		case "locks-over-limit":
			return `${f.locked} plassbehov er låste under «${f.id}», som berre har ${f.limit} plassar. Fjern låsar eller auk talet på plassar.`;
		case "locks-against-rule":
			return `Låsane åleine bryt regelen «${f.rule}», og ingen plan bøter på alle slike brot. Fjern ein lås eller endre regelen.`;
		case "two-previous":
			return `Plassbehovet «${f.claim}» har meir enn éi førre plassering. Behald éi.`;
		case "bad-level":
			return `Nivå ${f.level + 1} har ${f.field} = ${f.value}. Oppgje eit heilt tal som er 0 eller større.`;
		case "unknown-part":
			return `Nivå ${f.level + 1} bruker kostnadsdelen «${f.part}», som ingen par har. Rett namnet eller legg delen til para.`;
		case "too-many-steps":
			return `Nivå ${f.level + 1} skil mellom ${f.steps} ulike verdiar av «${f.part}», og ${f.most} er det meste. Del verdiane inn i færre trinn.`;
		case "cost-range":
			return `Nivå ${f.level + 1} har eit spenn på ${f.spread} mellom vala til eitt plassbehov, for stort til eksakt rekning. Bruk ei grovare eining eller mindre vekter.`;
	}
}

function english(f: Finding): string {
	const kind = kinds.en;
	switch (f.code) {
		case "empty-id":
			return `Row ${f.row} of kind ${kind[f.kind]} has no id. Give it one.`;
		case "duplicate-id":
			return `The id “${f.id}” is used more than once (${kind[f.kind]}). Give each its own id.`;
		case "bad-number":
			return `${f.field} of ${kind[f.kind]} “${f.id}” is ${f.value}. State a whole number from ${f.from} to ${f.to}.`;
		case "unknown-reference":
			return `${f.field} of ${kind[f.kind]} “${f.id}” refers to “${f.reference}”, which does not exist. Correct the id or add what is missing.`;
		case "cap-circle":
			return `The cap “${f.id}” ends up within itself. Remove one of the references in the circle.`;
		case "duplicate-pair":
			return `The pair “${f.claim}” and “${f.offer}” occurs more than once. Keep one of them.`;
		case "missing-part":
			return `The pair “${f.claim}” and “${f.offer}” lacks the part “${f.part}”, which other pairs have. State it for every pair.`;
		case "two-locks":
			return `The claim “${f.claim}” is locked to more than one offer. Keep one lock.`;
		case "lock-without-pair":
			return `The claim “${f.claim}” is locked to “${f.offer}”, but the two are not an eligible pair. Add the pair or remove the lock.`;
		case "lock-on-prohibited":
			return `The claim “${f.claim}” is locked to “${f.offer}”, but the rule “${f.rule}” prohibits the pair. Remove the lock or the prohibition.`;
		case "locks-over-limit":
			return `${f.locked} claims are locked under “${f.id}”, which has only ${f.limit} places. Remove locks or add places.`;
		case "locks-against-rule":
			return `The locks alone break the rule “${f.rule}”, and no plan mends all such breaches. Remove a lock or change the rule.`;
		case "two-previous":
			return `The claim “${f.claim}” has more than one previous placement. Keep one.`;
		case "bad-level":
			return `Level ${f.level + 1} has ${f.field} = ${f.value}. State a whole number that is 0 or more.`;
		case "unknown-part":
			return `Level ${f.level + 1} uses the part “${f.part}”, which no pair has. Correct the name or add the part to the pairs.`;
		case "too-many-steps":
			return `Level ${f.level + 1} tells ${f.steps} different values of “${f.part}” apart, and ${f.most} is the most. Put the values into fewer steps.`;
		case "cost-range":
			return `Level ${f.level + 1} spreads ${f.spread} between the choices of one claim, too much for exact arithmetic. Use a coarser unit or smaller weights.`;
	}
}
