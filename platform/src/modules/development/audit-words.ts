import type { Language } from "../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

const programmeAuditWords: Words = {
	"programme.create": said("Begynte et program", "Byrja eit program", "Began a programme"),
	"programme.change": said("Endret et program", "Endra eit program", "Changed a programme"),
	"programme.remove": said("Tok bort et program", "Tok bort eit program", "Removed a programme"),
	"programme.goal": said("Endret målene i et program", "Endra måla i eit program", "Changed the goals of a programme"),
	"programme.expectation": said(
		"Endret hva et program forventer",
		"Endra kva eit program ventar",
		"Changed what a programme expects",
	),
	"programme.batch": said(
		"Endret puljene i et program",
		"Endra puljene i eit program",
		"Changed the batches of a programme",
	),
	"programme.lesson": said(
		"Endret lærdommene av et program",
		"Endra lærdomane av eit program",
		"Changed the lessons of a programme",
	),
	"programme.open": said("Åpnet et program", "Opna eit program", "Opened a programme"),
	"programme.start": said("Satte i gang et program", "Sette i gang eit program", "Set a programme going"),
	"programme.close": said("Avsluttet et program", "Avslutta eit program", "Closed a programme"),
	"programme.invite": said(
		"Inviterte en kommune til et program",
		"Inviterte ein kommune til eit program",
		"Invited a municipality to a programme",
	),
	"programme.apply": said(
		"Skrev en søknad til et program",
		"Skreiv ein søknad til eit program",
		"Wrote an application to a programme",
	),
	"programme.send": said("Søkte på et program", "Søkte på eit program", "Applied to a programme"),
	"programme.decide": said(
		"Svarte på en søknad til et program",
		"Svarte på ein søknad til eit program",
		"Answered an application to a programme",
	),
	"programme.withdraw": said("Trakk seg fra et program", "Trekte seg frå eit program", "Withdrew from a programme"),
	"programme.advise": said(
		"Ga råd til et prosjekt i et program",
		"Gav råd til eit prosjekt i eit program",
		"Gave advice to a project in a programme",
	),
	"programme.export": said("Hentet ut programmer", "Henta ut program", "Exported programmes"),
};

const helpAuditWords: Words = {
	"help.create": said("La inn noe de hjelper med", "La inn noko dei hjelper med", "Put in something they help with"),
	"help.change": said("Endret noe de hjelper med", "Endra noko dei hjelper med", "Changed something they help with"),
	"help.end": said("Sluttet å tilby hjelp", "Slutta å tilby hjelp", "Stopped offering help"),
	"help.reopen": said("Tilbød hjelp igjen", "Tilbaud hjelp igjen", "Offered help again"),
	"help.offer": said("Tilbød noen hjelp", "Tilbaud nokon hjelp", "Offered somebody help"),
	"help.ask": said("Spurte om hjelp", "Spurde om hjelp", "Asked for help"),
	"help.answer": said("Svarte om hjelp", "Svara om hjelp", "Answered about help"),
	"help.begin": said("Begynte å hjelpe noen", "Byrja å hjelpe nokon", "Began to help somebody"),
	"help.finish": said("Avsluttet hjelpen til noen", "Avslutta hjelpa til nokon", "Finished helping somebody"),
	"help.withdraw": said(
		"Trakk tilbake et tilbud eller et spørsmål om hjelp",
		"Trekte tilbake eit tilbod eller eit spørsmål om hjelp",
		"Withdrew an offer of help or a question about it",
	),
	"help.contact": said(
		"Førte kontakt med en kommune",
		"Førte kontakt med ein kommune",
		"Noted contact with a municipality",
	),
	"help.remove-contact": said("Tok bort en kontakt", "Tok bort ein kontakt", "Removed a contact"),
	"help.let-in": said(
		"Slapp til noen som følger prosjektene",
		"Sleppte til nokon som følgjer prosjekta",
		"Let somebody in to follow the projects",
	),
	"help.shut-out": said(
		"Stengte for noen som fulgte prosjektene",
		"Stengde for nokon som følgde prosjekta",
		"Shut out somebody who followed the projects",
	),
	"help.export": said(
		"Hentet ut hjelp som tilbys",
		"Henta ut hjelp som blir tilboden",
		"Exported help that is offered",
	),
	"help.export-reached": said("Hentet ut hvem de når", "Henta ut kven dei når", "Exported whom they reach"),
	"help.export-projects": said(
		"Hentet ut prosjekter de følger",
		"Henta ut prosjekt dei følgjer",
		"Exported projects they follow",
	),
};

/** What the log says was done with development. */
export const developmentAuditWords: Words = {
	"development-project.create": said("Begynte et prosjekt", "Byrja eit prosjekt", "Began a project"),
	"development-project.change": said("Endret et prosjekt", "Endra eit prosjekt", "Changed a project"),
	"development-project.remove": said("Tok bort et prosjekt", "Tok bort eit prosjekt", "Removed a project"),
	"development-project.start": said("Satte i gang et prosjekt", "Sette i gang eit prosjekt", "Started a project"),
	"development-project.goal": said(
		"Endret målene i et prosjekt",
		"Endra måla i eit prosjekt",
		"Changed the goals of a project",
	),
	"development-project.measure": said("Førte en måling", "Førte ei måling", "Noted a measurement"),
	"development-project.status": said(
		"Førte status for et prosjekt",
		"Førte status for eit prosjekt",
		"Noted the status of a project",
	),
	"development-project.undo": said("Angret noe som var ført", "Angra noko som var ført", "Undid something noted"),
	"development-project.end": said("Avsluttet et prosjekt", "Avslutta eit prosjekt", "Ended a project"),
	"development-project.reopen": said(
		"Angret avslutningen av et prosjekt",
		"Angra avslutninga av eit prosjekt",
		"Undid the end of a project",
	),
	"development-project.follow-up": said(
		"Svarte på hva som er i bruk etter et prosjekt",
		"Svarte på kva som er i bruk etter eit prosjekt",
		"Answered what is in use after a project",
	),
	"network.create": said("Begynte et nettverk", "Byrja eit nettverk", "Began a network"),
	"network.change": said("Endret et nettverk", "Endra eit nettverk", "Changed a network"),
	"network.end": said("Avsluttet et nettverk", "Avslutta eit nettverk", "Ended a network"),
	"network.arena": said(
		"Laget et sted å møtes for et nettverk",
		"Laga ein stad å møtast for eit nettverk",
		"Made a network a place to meet",
	),
	"network.note": said(
		"Endret merknadene til et nettverk",
		"Endra merknadene til eit nettverk",
		"Changed the notes of a network",
	),
	"network.member": said(
		"Endret medlemmene i et nettverk",
		"Endra medlemene i eit nettverk",
		"Changed the members of a network",
	),
	"network.leave": said(
		"Skrev at et medlem sluttet i et nettverk",
		"Skreiv at ein medlem slutta i eit nettverk",
		"Said that a member left a network",
	),
	"network.lead": said(
		"Ga videre ledelsen av et nettverk",
		"Gav vidare leiinga av eit nettverk",
		"Passed on the lead of a network",
	),
	"network.order": said(
		"Bestilte noe av et nettverk",
		"Bestilte noko av eit nettverk",
		"Ordered something from a network",
	),
	"network.answer": said(
		"Svarte på en bestilling til et nettverk",
		"Svarte på ei bestilling til eit nettverk",
		"Answered an order to a network",
	),
	"network.deliver": said("Førte timer i et nettverk", "Førte timar i eit nettverk", "Noted hours in a network"),
	"network.undo": said("Angret timer i et nettverk", "Angra timar i eit nettverk", "Undid hours in a network"),
	"network.task": said(
		"Endret arbeidet til en samling",
		"Endra arbeidet til ei samling",
		"Changed the work for a gathering",
	),
	"network.card": said(
		"Fylte ut et statuskort til en samling",
		"Fylte ut eit statuskort til ei samling",
		"Filled in a status card for a gathering",
	),
	"network.take-home": said(
		"Endret det som ble tatt med hjem fra en samling",
		"Endra det som vart teke med heim frå ei samling",
		"Changed what was taken home from a gathering",
	),
	"network.sign-up": said(
		"Meldte noen på eller av en samling",
		"Melde nokon på eller av ei samling",
		"Signed somebody up for a gathering, or off",
	),
	"network.approve": said(
		"Godkjente en vikar under en samling",
		"Godkjende ein vikar under ei samling",
		"Approved a substitute during a gathering",
	),
	"network.time": said("Fordelte tiden i en samling", "Fordelte tida i ei samling", "Shared the time of a gathering"),
	"network.reflect": said(
		"Skrev om refleksjon i et nettverk",
		"Skreiv om refleksjon i eit nettverk",
		"Noted reflection in a network",
	),
	"network.asked": said(
		"Svarte på om noen spurte hva som ble tatt med hjem",
		"Svarte på om nokon spurde kva som vart teke med heim",
		"Answered whether anybody asked what was brought home",
	),
	"network.import": said("Importerte nettverk", "Importerte nettverk", "Imported networks"),
	...programmeAuditWords,
	"network.export": said("Hentet ut nettverkene", "Henta ut nettverka", "Exported the networks"),
	"practice-card.create": said("Laget et erfaringskort", "Laga eit erfaringskort", "Made a practice card"),
	"practice-card.change": said("Endret et erfaringskort", "Endra eit erfaringskort", "Changed a practice card"),
	"practice-card.confirm": said(
		"Bekreftet et erfaringskort",
		"Stadfesta eit erfaringskort",
		"Said that a practice card holds",
	),
	"practice-card.remove": said("Tok bort et erfaringskort", "Tok bort eit erfaringskort", "Removed a practice card"),
	"practice-card.adopt": said(
		"Begynte å prøve noe fra et erfaringskort",
		"Byrja å prøve noko frå eit erfaringskort",
		"Began to try out a practice card",
	),
	"practice-card.use": said(
		"Sa hva de har gjort med et erfaringskort",
		"Sa kva dei har gjort med eit erfaringskort",
		"Said what was done with a practice card",
	),
	"practice-card.undo": said(
		"Angret det som var sagt om et erfaringskort",
		"Angra det som var sagt om eit erfaringskort",
		"Took back what was said of a practice card",
	),
	"practice-card.export": said("Hentet ut erfaringskortene", "Henta ut erfaringskorta", "Exported the practice cards"),
	"knowledge-need.create": said(
		"Skrev ned et kunnskapsbehov",
		"Skreiv ned eit kunnskapsbehov",
		"Noted a knowledge need",
	),
	"knowledge-need.change": said("Endret et kunnskapsbehov", "Endra eit kunnskapsbehov", "Changed a knowledge need"),
	"knowledge-need.close": said("Lukket et kunnskapsbehov", "Lukka eit kunnskapsbehov", "Closed a knowledge need"),
	"knowledge-need.reopen": said(
		"Åpnet et kunnskapsbehov igjen",
		"Opna eit kunnskapsbehov igjen",
		"Opened a knowledge need again",
	),
	"knowledge-need.remove": said("Slettet et kunnskapsbehov", "Sletta eit kunnskapsbehov", "Deleted a knowledge need"),
	"knowledge-need.export": said(
		"Hentet ut kunnskapsbehovene",
		"Henta ut kunnskapsbehova",
		"Exported the knowledge needs",
	),
	"research.create": said("Foreslo forskning sammen", "Føreslo forsking saman", "Proposed research together"),
	"research.change": said("Endret forskning sammen", "Endra forsking saman", "Changed research together"),
	"research.remove": said("Slettet forskning sammen", "Sletta forsking saman", "Deleted research together"),
	"research.ask": said("Spurte noen om å være med", "Spurde nokon om å vere med", "Asked somebody to take part"),
	"research.withdraw": said("Trakk tilbake et spørsmål", "Trekte tilbake eit spørsmål", "Withdrew a question"),
	"research.answer": said(
		"Svarte på om de blir med i forskning",
		"Svarte på om dei blir med i forsking",
		"Answered whether to take part in research",
	),
	"research.return": said("Ga tilbake et resultat", "Gav tilbake eit resultat", "Gave back a result"),
	"research.check": said(
		"Sa om et resultat kan brukes",
		"Sa om eit resultat kan brukast",
		"Said whether a result can be used",
	),
	"research.end": said("Avsluttet forskning sammen", "Avslutta forsking saman", "Ended research together"),
	"research.reopen": said(
		"Fortsatte forskning som var avsluttet",
		"Heldt fram med forsking som var avslutta",
		"Went on with research that had ended",
	),
	"research.export": said("Hentet ut forskningen", "Henta ut forskinga", "Exported the research"),
	"research.export-asked": said(
		"Hentet ut hvem som blir spurt",
		"Henta ut kven som blir spurd",
		"Exported who is asked",
	),
	...helpAuditWords,
	"development-project.export": said("Hentet ut prosjektene", "Henta ut prosjekta", "Exported the projects"),
};

/** What its objects are called in the log. */
export const developmentAuditKinds: Words = {
	"development-project": said("Prosjekt", "Prosjekt", "Project"),
	"practice-card": said("Erfaringskort", "Erfaringskort", "Practice card"),
	"network-take-home": said("Tatt med hjem", "Teke med heim", "Taken home"),
	network: said("Nettverk", "Nettverk", "Network"),
	programme: said("Program", "Program", "Programme"),
	"knowledge-need": said("Kunnskapsbehov", "Kunnskapsbehov", "Knowledge need"),
	research: said("Forskning sammen", "Forsking saman", "Research together"),
	help: said("Hjelp", "Hjelp", "Help"),
};
