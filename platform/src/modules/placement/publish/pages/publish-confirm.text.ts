import { defineText } from "../../../../language.ts";

const count = (many: number, one: string, more: string) => (many === 1 ? one : `${many} ${more}`);

/** What is said before a plan is published: whom it reaches, and what is not as it should be. */
export const publishConfirmText = defineText({
	nb: {
		title: (run: string) => `Publiser «${run}»?`,
		lead: "Dette skjer når du publiserer. En publisering kan ikke trekkes tilbake, men du kan publisere en ny plan.",
		students: "Studenter som får beskjed",
		sites: "Praksissteder som blir spurt",
		account: (many: number) => `${count(many, "1 student", "studenter")} i innboksen`,
		mail: (many: number) => `${count(many, "1 student", "studenter")} på e-post`,
		nobody: (many: number) => `${count(many, "1 student", "studenter")} må få beskjed fra dere`,
		siteMail: (many: number) => `${count(many, "1 praksissted", "praksissteder")} på e-post, med lenke til å svare`,
		siteNobody: (many: number) =>
			`${count(many, "1 praksissted", "praksissteder")} må få listen eller en lenke fra dere`,
		none: "Ingen",
		look: "Se på dette først",
		wishes: (until: string) =>
			`Studentene kan ønske til og med ${until}. Det de ønsker etter nå, er ikke med i planen.`,
		lacking: (places: number, hosts: number) =>
			`${count(places, "1 student får", "studenter får")} plass hos ${count(hosts, "1 praksisvert", "praksisverter")} som mangler avtale med institusjonen.`,
		unplaced: (many: number) => `${count(many, "1 student blir", "studenter blir")} uten plass.`,
		removed: (many: number) => `${count(many, "1 student mister", "studenter mister")} plassen og får ingen ny.`,
		publish: "Publiser",
	},
	nn: {
		title: (run: string) => `Publisere «${run}»?`,
		lead: "Dette skjer når du publiserer. Ei publisering kan ikkje trekkjast tilbake, men du kan publisere ein ny plan.",
		students: "Studentar som får beskjed",
		sites: "Praksisstader som blir spurde",
		account: (many: number) => `${count(many, "1 student", "studentar")} i innboksen`,
		mail: (many: number) => `${count(many, "1 student", "studentar")} på e-post`,
		nobody: (many: number) => `${count(many, "1 student", "studentar")} må få beskjed frå dykk`,
		siteMail: (many: number) => `${count(many, "1 praksisstad", "praksisstader")} på e-post, med lenkje til å svare`,
		siteNobody: (many: number) =>
			`${count(many, "1 praksisstad", "praksisstader")} må få lista eller ei lenkje frå dykk`,
		none: "Ingen",
		look: "Sjå på dette først",
		wishes: (until: string) =>
			`Studentane kan ønskje til og med ${until}. Det dei ønskjer etter no, er ikkje med i planen.`,
		lacking: (places: number, hosts: number) =>
			`${count(places, "1 student får", "studentar får")} plass hos ${count(hosts, "1 praksisvert", "praksisvertar")} som manglar avtale med institusjonen.`,
		unplaced: (many: number) => `${count(many, "1 student blir", "studentar blir")} utan plass.`,
		removed: (many: number) => `${count(many, "1 student mistar", "studentar mistar")} plassen og får ingen ny.`,
		publish: "Publiser",
	},
	en: {
		title: (run: string) => `Publish “${run}”?`,
		lead: "This is what publishing does. It cannot be taken back, but you can publish a new plan.",
		students: "Students who are told",
		sites: "Sites that are asked",
		account: (many: number) => `${count(many, "1 student", "students")} in the inbox`,
		mail: (many: number) => `${count(many, "1 student", "students")} by e-mail`,
		nobody: (many: number) => `${count(many, "1 student has", "students have")} to be told by you`,
		siteMail: (many: number) => `${count(many, "1 site", "sites")} by e-mail, with a link to answer`,
		siteNobody: (many: number) => `${count(many, "1 site has", "sites have")} to get the list or a link from you`,
		none: "None",
		look: "Look at this first",
		wishes: (until: string) => `Students can wish until ${until}. What they wish after now is not in the plan.`,
		lacking: (places: number, hosts: number) =>
			`${count(places, "1 student gets", "students get")} a place with ${count(hosts, "1 host", "hosts")} that lack an agreement with the institution.`,
		unplaced: (many: number) => `${count(many, "1 student is", "students are")} without a place.`,
		removed: (many: number) => `${count(many, "1 student loses", "students lose")} the place and gets no other.`,
		publish: "Publish",
	},
});
